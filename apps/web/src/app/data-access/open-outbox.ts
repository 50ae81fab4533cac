import type { UserId } from '@app/contracts';
import type {
  ChatConnection,
  ContentStorage,
  Outbox as OpenOutbox,
  OutboxEntry,
  OutboxStorage,
  TabGroup,
} from '@app/web-realtime';
import {
  ChatArchive,
  GroupOutboxTabs,
  MemoryContentStorage,
  MemoryOutboxStorage,
  Outbox,
  UploadsBySize,
  XhrUploads,
} from '@app/web-realtime/live';
import type { TokenSource } from '@app/web-session';
import type { ChatWiring } from './chat-wiring';

/** Whose outbox it is, and how it reaches the server and the other tabs. */
export interface OutboxParts {
  readonly userId: UserId;
  readonly connection: ChatConnection;
  readonly group: TabGroup;
  readonly tokens: TokenSource;
  /** The browser keeps nothing, or no more: what a write, or the opening, has rejected with. */
  readonly refused: (error: unknown) => void;
}

/** The outbox of this browser. It works without databases, too, as long as the page is open. */
export async function openOutbox(
  { rest, newId, now, random }: Pick<ChatWiring, 'rest' | 'newId' | 'now' | 'random'>,
  { userId, connection, group, tokens, refused }: OutboxParts,
): Promise<OpenOutbox> {
  const [storage, contents] = await Promise.all([
    openEntries(userId, refused),
    openContents(userId, refused),
  ]);
  return Outbox.create({
    ...{ connection, newId, now, random },
    archive: new ChatArchive(rest),
    tabs: new GroupOutboxTabs(group),
    storage,
    contents,
    uploads: new UploadsBySize(new XhrUploads(tokens), async () => {
      const { TusUploads } = await import('@app/web-realtime/tus-uploads');
      return new TusUploads(tokens, (url, init) => fetch(url, init));
    }),
  });
}

async function openEntries(
  userId: UserId,
  refused: OutboxParts['refused'],
): Promise<OutboxStorage> {
  try {
    const { IndexedDbOutboxStorage } = await import('@app/web-realtime/indexed-db');
    const storage = await IndexedDbOutboxStorage.create(`parley-outbox-${userId}`);
    const put = async (entry: OutboxEntry): Promise<void> => {
      try {
        await storage.put(entry);
      } catch (error) {
        // QuotaExceededError: the person is told, and the outbox goes on without.
        refused(error);
        throw error;
      }
    };
    return { load: () => storage.load(), put, remove: (id) => storage.remove(id) };
  } catch (error) {
    // A private window may refuse it, or its code did not come, for which what one writes cannot
    // wait: then the outbox lives as long as the page.
    refused(error);
    return new MemoryOutboxStorage();
  }
}

async function openContents(
  userId: UserId,
  refused: OutboxParts['refused'],
): Promise<ContentStorage> {
  try {
    const { IndexedDbContents } = await import('@app/web-realtime/indexed-db');
    return await IndexedDbContents.create(`parley-outbox-files-${userId}`);
  } catch (error) {
    // As above.
    refused(error);
    return new MemoryContentStorage();
  }
}
