import {
  CallsApi,
  ChatsApi,
  isProblem,
  MembersApi,
  MessagesApi,
  UsersApi,
  type Actor,
  type ReadableChat,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import type { ZipEntry } from './zip.js';

/** Of whatever is read page by page. */
const limit = 100;

/** A page as every list has them. */
interface Page<T> {
  readonly items: readonly T[];
  readonly page: { readonly nextCursor: string | null };
}

/**
 * What is said of somebody and to them, as JSON Lines. All of it is asked of the other modules on
 * their behalf, so it is what they may read at that moment, and nothing else.
 */
@Injectable()
export class ExportRecords {
  constructor(
    private readonly users: UsersApi,
    private readonly chats: ChatsApi,
    private readonly members: MembersApi,
    private readonly messages: MessagesApi,
    private readonly calls: CallsApi,
  ) {}

  /** Their chats, in no order. */
  async chatsOf(actor: Actor): Promise<readonly ReadableChat[]> {
    return (await this.chats.readable(actor, {})).items;
  }

  /** What is of no chat. */
  *ofPerson(actor: Actor): Generator<ZipEntry> {
    yield lines(
      'profile.jsonl',
      one(() => this.users.profile(actor, { userId: actor.userId })),
    );
    yield lines(
      'blocked.jsonl',
      all(async () => (await this.users.blocked(actor, {})).items),
    );
    yield lines(
      'calls.jsonl',
      paged((cursor) => this.calls.list(actor, { cursor, limit })),
    );
  }

  /** Somebody who is put out meanwhile has what was read until then. */
  *ofChat(actor: Actor, { chatId, visibleFromSeq }: ReadableChat): Generator<ZipEntry> {
    const folder = `chats/${chatId}`;
    const members = () => paged((cursor) => this.members.list(actor, { chatId, cursor, limit }));
    yield lines(
      `${folder}/chat.jsonl`,
      one(() => this.chats.get(actor, { chatId })),
    );
    yield lines(`${folder}/members.jsonl`, members());
    yield lines(`${folder}/receipts.jsonl`, receiptsOf(members()));
    yield lines(`${folder}/messages.jsonl`, this.#log(actor, chatId, visibleFromSeq));
  }

  async *#log(actor: Actor, chatId: ReadableChat['chatId'], visibleFromSeq: number) {
    let afterSeq = visibleFromSeq - 1;
    for (let hasMore = true; hasMore;) {
      const { items, page } = await this.messages.list(actor, { chatId, afterSeq, limit });
      yield* items;
      ({ hasMore } = page);
      afterSeq = page.lastSeq;
    }
  }
}

/** Who has read how far, of those who let it be known. */
async function* receiptsOf(members: AsyncIterable<MemberMarks>): AsyncGenerator<object> {
  for await (const { user, lastReadSeq, lastDeliveredSeq } of members)
    yield { userId: user.id, lastReadSeq, lastDeliveredSeq };
}

interface MemberMarks {
  readonly user: { readonly id: string };
  readonly lastReadSeq?: number | undefined;
  readonly lastDeliveredSeq?: number | undefined;
}

async function* one<T>(read: () => Promise<T>): AsyncGenerator<T> {
  yield await read();
}

async function* all<T>(read: () => Promise<readonly T[]>): AsyncGenerator<T> {
  yield* await read();
}

async function* paged<T>(
  read: (cursor: string | undefined) => Promise<Page<T>>,
): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const { items, page } = await read(cursor);
    yield* items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

/** A file of JSON Lines, written as it is read. */
export function lines(path: string, items: AsyncIterable<unknown>): ZipEntry {
  return { path, isPacked: false, content: written(items) };
}

async function* written(items: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  try {
    for await (const item of items) yield Buffer.from(`${JSON.stringify(item)}\n`);
  } catch (error) {
    // They have left the chat, or it is gone, since it was listed: it ends here.
    if (!isProblem(error, 'not_member', 'not_found')) throw error;
  }
}
