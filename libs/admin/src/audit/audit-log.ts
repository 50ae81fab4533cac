import { problem, type AuditDeed, type AuditEntry, type AuditHead } from '@app/contracts';
import { KeyedQueue } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { EntriesRepository } from './entries.repository.js';
import { chained } from './entry-hash.js';

/** Appends that wait for each other: each outbox has one under way. */
const maxWaiting = 100;

/** Tries to get hold of the end of the log before others do. */
const maxTries = 20;

/**
 * The chain of entries. Its next position is won by a unique index, in an ordered insert: several
 * processes may append at once, or one after its answer got lost, and there is one chain all the
 * same. Who was late looks where the log ends now, which of its deeds are in, and chains the rest
 * anew.
 */
@Injectable()
export class AuditLog {
  /** Within a process nobody has to be late. */
  readonly #line = new KeyedQueue<'log'>(maxWaiting);
  /** Where it ended when this process last knew; undefined when that may be wrong. */
  #head: AuditHead | undefined;

  constructor(private readonly entries: EntriesRepository) {}

  /** In their order, each once by its id. Throws `service_unavailable` if it never is our turn. */
  append(deeds: readonly AuditDeed[]): Promise<void> {
    return this.#line.run('log', () => this.#append(deeds.map(inOneSpelling)));
  }

  /** Where it ends now. */
  async head(): Promise<AuditHead> {
    return this.entries.head();
  }

  async #append(deeds: readonly AuditDeed[]): Promise<void> {
    let rest = deeds;
    for (let tries = 0; tries < maxTries && rest.length > 0; tries++) {
      const head = this.#head ?? (await this.entries.head());
      this.#head = undefined;
      const entries = chained(head, rest);
      if (await this.entries.insert(entries)) return this.#advance(entries.at(-1)!);
      const known = await this.entries.known(rest.map(({ id }) => id));
      rest = rest.filter(({ id }) => !known.has(id));
    }
    if (rest.length > 0) throw problem('service_unavailable', { service: 'audit' });
  }

  async #advance({ position, hash }: AuditEntry): Promise<void> {
    await this.entries.noteHead({ position, hash });
    this.#head = { position, hash };
  }
}

/** As it comes out of the database again: a time is hashed as it is written. */
const inOneSpelling = (deed: AuditDeed): AuditDeed => ({
  ...deed,
  at: new Date(deed.at).toISOString(),
});
