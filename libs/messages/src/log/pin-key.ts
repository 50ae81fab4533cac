import type { ChatId } from '@app/contracts';
import { seqInKey } from './seq-in-key.js';

/**
 * Under what a pinned slot is found. It stands in the slot itself and goes with its pin by the same
 * update, so there is no list of pins that could say something else than the log.
 */
export const pinKeyOf = (chatId: ChatId, seq: number): string => `${chatId}:${seqInKey(seq)}`;

/** The keys of the slots `[fromSeq, beforeSeq)`; both ends are bound, whatever there is. */
export function pinKeyRange(
  chatId: ChatId,
  fromSeq: number,
  beforeSeq = 2 ** 52,
): { readonly $gte: string; readonly $lt: string } {
  return { $gte: pinKeyOf(chatId, fromSeq), $lt: pinKeyOf(chatId, beforeSeq) };
}
