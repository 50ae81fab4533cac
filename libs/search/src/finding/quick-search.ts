import {
  ChatsApi,
  UsersApi,
  type Actor,
  type DirectoryEntry,
  type FoundChat,
  type FoundEverything,
  type FoundFile,
  type FoundKind,
  type FoundMessage,
  type ReadableChat,
  type SearchClause,
  type SearchEverything,
  type User,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { holding } from '../query/terms.js';
import { soughtWords, wordsOf } from '../query/words.js';
import { Freshness } from './freshness.js';
import { HitDescriber } from './hit-describer.js';
import { orAway } from './or-away.js';
import { MessageFinder } from './message-finder.js';
import { QueryReader, type Understood } from './query-reader.js';

/** Longest text that people and channels are searched by. */
const longestName = 80;

/** How long the index may take to come up, in ms: half of what `orAway` lets each kind take. */
const freshMs = 500;

/** A few of everything, for the box that one types into. */
@Injectable()
export class QuickSearch {
  constructor(
    private readonly reader: QueryReader,
    private readonly chats: ChatsApi,
    private readonly users: UsersApi,
    private readonly freshness: Freshness,
    private readonly finder: MessageFinder,
    private readonly describer: HitDescriber,
  ) {}

  /** A part of the system that is away takes its kind with it, and nothing else. */
  async find(actor: Actor, input: SearchEverything): Promise<FoundEverything> {
    const { limit } = input;
    const understood = await this.reader.read(actor, input);
    const name = nameOf(understood.clauses);
    const away: FoundKind[] = [];
    const some = <T>(kind: FoundKind, found: Promise<T[]>) =>
      orAway(found, () => {
        away.push(kind);
        return [];
      });
    const fresh = this.#freshen(understood);
    const [people, channels, files, messages, isFresh] = await Promise.all([
      some('people', this.#people(actor, name, limit)),
      some('channels', this.#channels(actor, name, limit)),
      some(
        'files',
        fresh.then(() => this.#files(actor, understood, limit)),
      ),
      some(
        'messages',
        fresh.then(() => this.#messages(actor, understood, limit)),
      ),
      orAway(fresh, () => true),
    ]);
    const chats = called(name, understood.all, limit);
    const found = { people, chats, channels, files, messages, away };
    return { ...found, ...(!isFresh && { isBehind: true as const }) };
  }

  /** Once for messages and files; resolves with whether all is there. */
  #freshen({ chats, query }: Understood): Promise<boolean> {
    if (query.isVain) return Promise.resolve(true);
    return this.freshness.bring(
      chats.map(({ chatId }) => chatId),
      freshMs,
    );
  }

  async #people(actor: Actor, q: string, limit: number): Promise<User[]> {
    return q === '' ? [] : (await this.users.search(actor, { q, limit })).items;
  }

  async #channels(actor: Actor, q: string, limit: number): Promise<DirectoryEntry[]> {
    return q === '' ? [] : (await this.chats.directory(actor, { q, limit })).items;
  }

  async #messages(
    actor: Actor,
    { chats, query }: Understood,
    limit: number,
  ): Promise<FoundMessage[]> {
    if (query.isVain) return [];
    const wanted = { chats, query, order: 'newest', after: undefined, limit } as const;
    return this.describer.messages(actor, chats, (await this.finder.find(actor, wanted)).hits);
  }

  async #files(actor: Actor, { chats, query }: Understood, limit: number): Promise<FoundFile[]> {
    if (query.isVain || query.phrases.length === 0) return [];
    const facets = [...query.facets, [holding('file')]];
    const wanted = { order: 'newest', after: undefined, limit } as const;
    const asked = { ...wanted, chats, query: { ...query, facets } };
    const { hits } = await this.finder.find(actor, asked);
    return this.describer.files(actor, chats, hits, limit);
  }
}

/** What people and chats may be called by; empty where the query has operators. */
function nameOf(clauses: readonly SearchClause[]): string {
  const isName = clauses.every(({ kind, isNot }) => kind === 'text' && !isNot);
  const words = isName ? clauses.map(({ value }) => value.trim()) : [];
  return words.join(' ').slice(0, longestName).trim();
}

/** Chats in whose name or topic a word begins like each word of `name`. */
function called(name: string, all: readonly ReadableChat[], limit: number): FoundChat[] {
  const sought = soughtWords(name).map(({ terms: [term] }) => term);
  if (sought.length === 0) return [];
  const isCalledSo = ({ name: ownName, topic = '', slug = '' }: ReadableChat) => {
    const words = wordsOf(`${ownName} ${slug} ${topic}`).flatMap(({ terms }) => terms);
    return sought.every((term) => words.some((word) => word.startsWith(term)));
  };
  return all
    .filter(isCalledSo)
    .slice(0, limit)
    .map(({ chatId, kind, name: ownName, slug, avatar }) => ({
      id: chatId,
      type: kind,
      name: ownName,
      ...(slug !== undefined && { slug }),
      ...(avatar !== undefined && { avatar }),
    }));
}
