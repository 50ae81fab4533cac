import type { Migration } from '@app/platform';
import { fileKeysOf } from './file-keys.js';
import { toSlot, type SlotDocument } from './slot.schema.js';

/** Documents of one write. */
const AT_ONCE = 500;

/** Gives their keys to messages that were sent with files before there were any. */
export const fileKeysMigration: Migration = {
  id: '2026-11-28-messages-file-keys',
  async up(db) {
    const messages = db.collection<SlotDocument>('messages');
    let writes: Parameters<typeof messages.bulkWrite>[0][number][] = [];
    const withoutKeys = { files: { $exists: true }, fileKeys: { $exists: false } };
    const flush = async () => {
      if (writes.length > 0) await messages.bulkWrite(writes);
      writes = [];
    };
    for await (const document of messages.find(withoutKeys)) {
      const fileKeys = fileKeysOf(toSlot(document))!;
      // The version: one that is deleted meanwhile, by an older process, holds nothing any more.
      const filter = { _id: document._id, version: document.version };
      writes.push({ updateOne: { filter, update: { $set: { fileKeys } } } });
      if (writes.length === AT_ONCE) await flush();
    }
    await flush();
  },
};
