import { partOf } from './backup-parts.js';

/** Where the logs of chats end in a backup: `Map<chat, last slot and last change>`. */
export type LogEnds = ReadonlyMap<string, { readonly seq: number; readonly rev: number }>;

type Stored = Readonly<Record<string, unknown>>;

/**
 * A document as it comes back; undefined: it does not. A workspace that was restored, perhaps
 * beside the one that it was taken from, says nothing of what is past to the outside by itself: no
 * job, no mail and no push is left over, no call goes on, and webhooks wait until somebody has them
 * go on.
 */
export function atRest<T extends Stored>(name: string, document: T, ends: LogEnds): T | undefined {
  if (partOf(name) === 'never') return undefined;
  switch (name) {
    case 'webhooks':
      return document['state'] === 'active' ? { ...document, state: 'paused' } : document;
    // Known as mailed, so that what is told again is not mailed.
    case 'mail_lines':
      return { ...document, waitsIn: null };
    // One that runs, or of which its chat is still to be told.
    case 'calls':
      return document['dueMs'] === undefined ? document : undefined;
    // What was said while the backup was made was told where it was said.
    case 'notification_places':
      return { ...document, ...ends.get(String(document['_id'])) };
    default:
      return document;
  }
}
