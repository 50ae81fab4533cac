import type { UserId } from '@app/contracts';
import { SourceRefused } from '../source-refused.js';
import { mostPeople, type ImportSourceReader, type SourcePerson } from '../source/import-source.js';
import type { AccountDirectory } from './accounts-here.js';
import type { Tally } from './tally.js';

/** Makes an account for somebody who has none, or says which one it would be. */
export type PlaceholderOf = (person: SourcePerson) => Promise<UserId>;

/** Who is who, in one import: asked for when they first say something. */
export class ImportPeople {
  readonly #known = new Map<string, UserId>();

  constructor(
    private readonly source: ImportSourceReader,
    private readonly directory: AccountDirectory,
    private readonly placeholderOf: PlaceholderOf,
    private readonly tally: Tally,
  ) {
    for (const person of source.people.values())
      if (directory.match(person)) tally.count('matchedPeople');
  }

  /** Throws `SourceRefused` for more than a workspace has, whether or not a list names them. */
  async userOf(key: string): Promise<UserId> {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= mostPeople) throw new SourceRefused('too_much');
    const person = this.source.personOf(key);
    const userId = this.directory.match(person)?.id ?? (await this.#newOne(person));
    this.#known.set(key, userId);
    return userId;
  }

  usernameOf(person: SourcePerson): string {
    return this.directory.match(person)?.username ?? person.username;
  }

  nameOf(key: string): string {
    return this.source.personOf(key).name;
  }

  /** Those of them who can be in a chat here. */
  activeOf(keys: readonly string[]): UserId[] {
    const found = keys.flatMap((key) => this.activeOne(key) ?? []);
    return [...new Set(found)];
  }

  activeOne(key: string): UserId | undefined {
    const match = this.directory.match(this.source.personOf(key));
    return match?.isActive ? match.id : undefined;
  }

  areAllHere(keys: readonly string[]): boolean {
    return keys.length > 0 && keys.every((key) => this.activeOne(key) !== undefined);
  }

  async #newOne(person: SourcePerson): Promise<UserId> {
    this.tally.count('placeholders');
    this.tally.note('placeholder', `${person.name} (${person.username})`);
    return this.placeholderOf(person);
  }
}
