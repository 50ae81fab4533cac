import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { ContentStorage } from './outbox-files';

interface ContentsDb extends DBSchema {
  contents: { key: string; value: Blob };
}

/**
 * The contents of the files in the outbox, in a database of their own: another version of that of
 * the entries would have to wait for each tab that has the former one open.
 */
export class IndexedDbContents implements ContentStorage {
  private constructor(private readonly db: IDBPDatabase<ContentsDb>) {}

  static async create(name: string): Promise<IndexedDbContents> {
    const db = await openDB<ContentsDb>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('contents');
      },
    });
    return new IndexedDbContents(db);
  }

  async put(key: string, content: Blob): Promise<void> {
    await this.db.put('contents', content, key);
  }

  get(key: string): Promise<Blob | undefined> {
    return this.db.get('contents', key);
  }

  keys(): Promise<readonly string[]> {
    return this.db.getAllKeys('contents');
  }

  async remove(keys: readonly string[]): Promise<void> {
    const { store, done } = this.db.transaction('contents', 'readwrite');
    await Promise.all([...keys.map((key) => store.delete(key)), done]);
  }
}
