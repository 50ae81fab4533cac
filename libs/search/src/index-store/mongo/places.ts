import type { ChatId } from '@app/contracts';
import { isPairwise } from '../../query/words.js';

/** Slots of one window: a term of a whole window is read at once. */
export const windowSlots = 8192;

/** Slots of one page: what is known of a slot is found in a small document. */
export const pageSlots = 128;

/** Documents into which the terms of a window are parted. */
const buckets = 64;

/** A document: `<chat>:<window>:<bucket>`, `<chat>:<window>:t` and `<chat>:p<page>`. */
export type PlaceId = string;

export const windowOf = (seq: number): number => Math.floor(seq / windowSlots);

export const blockId = (chatId: ChatId, window: number, bucket: number): PlaceId =>
  `${chatId}:${window}:${bucket}`;

/** When the slots of a window were sent. */
export const timesId = (chatId: ChatId, window: number): PlaceId => `${chatId}:${window}:t`;

/** What the slots of a page hold: the terms that are to be taken out when one changes. */
export const pageId = (chatId: ChatId, seq: number): PlaceId =>
  `${chatId}:p${Math.floor(seq / pageSlots)}`;

/**
 * All terms that begin alike are in one bucket, so that a prefix costs what a word costs. Alike:
 * the first two letters; where pairs of characters are terms, the first; of a facet, all of it.
 */
export function bucketOf(term: string): number {
  if (term.startsWith('\u0001')) return hash(term);
  const [first = '', second = ''] = term;
  return hash(isPairwise(term) ? first : first + second);
}

/** Every document of a chat's windows up to this slot. */
export function* placesUpTo(chatId: ChatId, seq: number): Generator<PlaceId> {
  for (let window = 0; window <= windowOf(seq); window++) {
    yield timesId(chatId, window);
    for (let bucket = 0; bucket < buckets; bucket++) yield blockId(chatId, window, bucket);
  }
  for (let first = 0; first <= seq; first += pageSlots) yield pageId(chatId, first);
}

/** FNV-1a: stored places depend on it, so it stays. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++)
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value % buckets;
}
