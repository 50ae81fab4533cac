import type {
  AccessApi,
  Actor,
  ChatId,
  ReadableChat,
  SearchApi,
  SearchMessages,
  UserId,
} from '@app/contracts';
import { openLog, type OpenLog } from '../../libs/messages/src/testing/open-log.js';
import { longLog } from '../../libs/messages/src/testing/long-log.js';
import {
  openMongoIndex,
  openSearch,
  termsOf,
  type SearchIndex,
} from '../../libs/search/src/testing/index.js';
import { InProcessEventBus } from '../../libs/platform/src/events/in-process-event-bus.js';
import { MongoProcess } from '../../libs/platform/src/testing/mongo-process.js';
import { aText } from './spoken-words.js';

const ada = { userId: 'ada' as UserId, sessionId: 'session', role: 'member' } as unknown as Actor;

/** Messages that are written at once. */
const step = 2000;

/** Half of what waits in the index before it is sealed. */
const unsealed = 64;

/** Somebody's chats, so long that sending them would take hours, with the search over them. */
export class SearchedLogs {
  private constructor(
    readonly engine: MongoProcess,
    private readonly log: OpenLog,
    private readonly index: SearchIndex,
    private readonly closeAll: () => Promise<void>,
    private readonly search: SearchApi,
    private readonly chats: ReadableChat[],
  ) {}

  static async open(): Promise<SearchedLogs> {
    const engine = await MongoProcess.start();
    const uri = engine.uri('search');
    const chats: ReadableChat[] = [];
    const log = await openLog(uri, accessTo());
    const { database, index } = await openMongoIndex(uri);
    const nobody = () => Promise.resolve({ items: [] });
    const { search } = openSearch(
      {
        log: log.chatLog,
        messages: log.messages,
        chats: { readable: () => Promise.resolve({ items: chats }), directory: nobody as never },
        access: accessTo(),
        users: { get: nobody, lookUp: nobody, resolve: nobody, search: nobody } as never,
        eventBus: new InProcessEventBus(),
      },
      index,
    );
    const close = async () => {
      await log.database.close();
      await database.close();
      await engine.close();
    };
    return new SearchedLogs(engine, log, index, close, search, chats);
  }

  /**
   * Another chat of so many messages, a minute apart; it ends ten minutes before the one before it.
   * The last ones wait in the index, as in a chat that people write in.
   */
  async fill(chatId: ChatId, length: number): Promise<void> {
    const slots = this.log.database.connection.collection('messages');
    const endMs = 1.7e12 - 600_000 * this.chats.length;
    const sealed = Math.max(0, length - unsealed);
    for (let from = 0; from < length;) {
      const to = from < sealed ? Math.min(from + step, sealed) : length;
      const lines = Array.from({ length: to - from }, (_, i) => ({
        senderId: `u${i % 50}` as UserId,
        text: aText(),
        at: new Date(endMs - (length - from - i) * 60_000),
      }));
      const { documents, head } = longLog(chatId, lines, { seq: from, rev: from });
      await slots.insertMany([...documents] as never, { ordered: false });
      const entries = documents.map(({ seq, text, senderId, createdAt }) => {
        const said = { text, senderId, kind: 'text' } as never;
        return { seq, atMs: createdAt.getTime(), terms: termsOf(said) };
      });
      await this.index.apply({ chatId, fromRev: from, toRev: head.rev, entries });
      from = to;
    }
    this.chats.push({ chatId, kind: 'group', name: chatId, visibleFromSeq: 1 });
  }

  find(q: string, order: SearchMessages['order']): Promise<unknown> {
    return this.search.messages(ada, { q, order, utcOffset: 0, limit: 20 });
  }

  /** A page of 50 before a slot, or around it. */
  page(chatId: ChatId, at: { beforeSeq: number } | { aroundSeq: number }): Promise<unknown> {
    return this.log.messages.list(ada, { chatId, ...at, limit: 50 });
  }

  /** One message by an index, as cheap as it gets: what all else is measured by. */
  one(chatId: ChatId, seq: number): Promise<unknown> {
    return this.log.database.connection.collection('messages').findOne({ chatId, seq });
  }

  close(): Promise<void> {
    return this.closeAll();
  }
}

/** To all there is. */
function accessTo(): AccessApi {
  const of: AccessApi['of'] = (_, { chatId }) =>
    Promise.resolve({
      chatId,
      kind: 'group',
      role: 'member',
      visibleFromSeq: 1,
      postPolicy: 'everyone',
      isArchived: false,
      hasPartialReaders: false,
    });
  return { of } as AccessApi;
}
