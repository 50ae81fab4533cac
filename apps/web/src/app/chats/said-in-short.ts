import type { Message } from '@app/contracts';
import { chatTexts } from './chat-texts';
import { durationWords, shapeOf } from './files/file-shapes';
import { plainText } from './markup/plain-text';

/** A message in one line: its words, or what its first file is. */
export function saidInShort({ text, kind, files, deletedAt }: Message): string {
  if (deletedAt) return chatTexts.deleted;
  const words = plainText(text);
  const file = files?.[0];
  if (words || !file) return words;
  if (kind === 'voice') return inTime(chatTexts.voice, file.durationMs);
  const shape = shapeOf(file);
  if (shape === 'picture') return chatTexts.picture;
  return shape === 'film' ? inTime(chatTexts.film, file.durationMs) : file.name;
}

function inTime(words: string, ms: number | undefined): string {
  return ms === undefined ? words : `${words} · ${durationWords(ms)}`;
}
