import { fileKindOf, type ChatId, type FileKind } from '@app/contracts';
import { seqInKey } from './seq-in-key.js';
import type { Slot } from './slot.js';

type Filed = Pick<Slot, 'chatId' | 'seq' | 'kind' | 'files'>;

/**
 * Under what a slot with files is found: one key for each kind that it has, and one for any. They
 * stand in the slot itself and go with its files by the same update, so there is no list of files
 * that could say something else than the log.
 */
export function fileKeysOf({ chatId, seq, kind, files }: Filed): string[] | undefined {
  if (!files) return undefined;
  const kinds = new Set<FileKind | 'any'>(['any']);
  for (const file of files) kinds.add(fileKindOf(file, kind));
  return [...kinds].map((one) => keyOf(chatId, one, seq));
}

/** The keys of the slots `[fromSeq, beforeSeq)`. */
export function fileKeyRange(
  { chatId, kind }: { readonly chatId: ChatId; readonly kind?: FileKind | undefined },
  fromSeq: number,
  beforeSeq: number,
): { readonly $gte: string; readonly $lt: string } {
  return {
    $gte: keyOf(chatId, kind ?? 'any', fromSeq),
    $lt: keyOf(chatId, kind ?? 'any', beforeSeq),
  };
}

const keyOf = (chatId: ChatId, kind: FileKind | 'any', seq: number) =>
  `${chatId}:${kind}:${seqInKey(seq)}`;
