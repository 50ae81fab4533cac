import {
  problem,
  type Actor,
  type ChatId,
  type ReadableChat,
  type SearchClause,
} from '@app/contracts';
import { decodeCursor } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { HitPlace } from '../index-store/search-index.js';
import { compile, type CompiledQuery } from '../query/compiled-query.js';
import type { LocalClock } from '../query/local-period.js';
import { NamedPeople } from './named-people.js';
import { SearchedChats } from './searched-chats.js';
import { clausesOf } from './search-text.js';

/** What somebody typed, and where. */
export interface Question extends LocalClock {
  readonly q: string;
  readonly chatId?: ChatId | undefined;
}

/** A question that is understood. */
export interface Understood {
  readonly clauses: readonly SearchClause[];
  readonly query: CompiledQuery;
  /** Every chat that the actor reads. */
  readonly all: readonly ReadableChat[];
  /** Those that the question is about. */
  readonly chats: readonly ReadableChat[];
}

/** Understands what people ask, with the names in it. */
@Injectable()
export class QueryReader {
  constructor(
    private readonly chats: SearchedChats,
    private readonly people: NamedPeople,
  ) {}

  /** Throws `validation_failed`; `not_found` and `not_member` for `chatId`. */
  async read(actor: Actor, { q, chatId, ...clock }: Question): Promise<Understood> {
    const clauses = clausesOf(q);
    const all = await this.chats.all(actor);
    const chats = await this.chats.chosen(actor, all, clauses, chatId);
    const query = compile(clauses, await this.people.facetsOf(actor, clauses), clock);
    return { clauses, query, all, chats };
  }
}

export const cursorOf = ({ score, atMs, chatId, seq }: HitPlace): string[] => [
  chatId,
  ...[score, atMs, seq].map(String),
];

/** Throws `validation_failed` for a cursor that nobody was given. */
export function placeOf(cursor: string | undefined): HitPlace | undefined {
  const [chatId, ...numbers] = decodeCursor(cursor, 4) ?? [];
  if (chatId === undefined) return undefined;
  const [score, atMs, seq] = numbers.map(Number) as [number, number, number];
  if (![score, atMs, seq].every(Number.isSafeInteger)) {
    const issues = [{ path: 'cursor', message: 'Not a cursor of ours' }];
    throw problem('validation_failed', { issues });
  }
  return { chatId: chatId as ChatId, score, atMs, seq };
}
