import type { KeptChat } from '@app/chat-state';
import type { ChatId } from '@app/contracts';
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptChats } from './kept-chats';

/** More than anybody goes back to without a network. */
const MOST_CHATS = 50;

/** Raise it when `KeptChat` changes: what an older form has kept is dropped, not converted. */
const VERSION = 1;

interface Row {
  readonly chatId: ChatId;
  readonly savedAt: number;
  readonly kept: KeptChat;
}

interface KeptDb extends DBSchema {
  chats: { key: string; value: Row; indexes: { bySavedAt: number } };
}

/** In a database of the person: nobody else's chats are ever in it. */
export class IndexedDbKeptChats implements KeptChats {
  private isCleared = false;

  private constructor(private readonly db: IDBPDatabase<KeptDb>) {}

  /**
   * One that cannot be opened, since it is broken or of a newer version of the app, is begun anew:
   * the server has all of it. Rejects where a browser refuses databases.
   */
  static async create(name: string): Promise<IndexedDbKeptChats> {
    try {
      return new IndexedDbKeptChats(await open(name));
    } catch {
      // VersionError, or UnknownError of a damaged disk.
      await deleteDB(name);
      return new IndexedDbKeptChats(await open(name));
    }
  }

  async load(chatId: ChatId): Promise<KeptChat | undefined> {
    return (await this.db.get('chats', chatId))?.kept;
  }

  async save(chats: readonly KeptChat[]): Promise<void> {
    if (this.isCleared) return;
    const { store, done } = this.db.transaction('chats', 'readwrite');
    const savedAt = Date.now();
    for (const kept of chats) {
      const before = await store.get(kept.chat.id);
      // A tab that was asleep knows less than the one that was not.
      if (before && before.kept.chat.headRev > kept.chat.headRev) continue;
      await store.put({ chatId: kept.chat.id, savedAt, kept });
    }
    const surplus = (await store.count()) - MOST_CHATS;
    if (surplus > 0) {
      const oldest = await store.index('bySavedAt').getAllKeys(null, surplus);
      await Promise.all(oldest.map((key) => store.delete(key)));
    }
    await done;
  }

  async remove(chatIds: readonly ChatId[]): Promise<void> {
    const { store, done } = this.db.transaction('chats', 'readwrite');
    await Promise.all([...chatIds.map((chatId) => store.delete(chatId)), done]);
  }

  async clear(): Promise<void> {
    this.isCleared = true;
    await this.db.clear('chats');
  }
}

function open(name: string): Promise<IDBPDatabase<KeptDb>> {
  return openDB<KeptDb>(name, VERSION, {
    upgrade(db) {
      for (const former of db.objectStoreNames) db.deleteObjectStore(former);
      db.createObjectStore('chats', { keyPath: 'chatId' }).createIndex('bySavedAt', 'savedAt');
    },
    // A tab of a newer version waits for this one: it has the better use for it.
    blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
  });
}
