import { maxFilesOfMessage, maxReactionKinds, maxReactions, saysSomething } from '@app/contracts';
import type { SourceFile, SourceMessage, SourceReaction } from '../source/import-source.js';

/** UTF-16 units of one message here. */
const mostOfText = 8000;

/** What becomes one message here: a long one of elsewhere becomes several. */
export interface MessagePart {
  readonly text: string;
  readonly files: readonly SourceFile[];
}

/** Nothing of what was said is cut off; none where nothing was said. */
export function partsOf({ text, files }: Pick<SourceMessage, 'text' | 'files'>): MessagePart[] {
  const words = text.toWellFormed().replaceAll('\0', '').normalize('NFC').trim();
  const texts = saysSomething(words) ? piecesOf(words) : [];
  const first = files.slice(0, maxFilesOfMessage);
  const parts: MessagePart[] = texts.map((piece) => ({ text: piece, files: [] }));
  if (first.length > 0) parts[0] = { text: texts[0] ?? '', files: first };
  for (let at = maxFilesOfMessage; at < files.length; at += maxFilesOfMessage)
    parts.push({ text: '', files: files.slice(at, at + maxFilesOfMessage) });
  return parts;
}

/** As many as a message takes, each person once for each of them. */
export function boundedReactions(reactions: readonly SourceReaction[]): SourceReaction[] {
  const found = new Map<string, Set<string>>();
  let count = 0;
  for (const { emoji, byKeys } of reactions) {
    const by = found.get(emoji) ?? new Set();
    if (!found.has(emoji) && found.size >= maxReactionKinds) continue;
    found.set(emoji, by);
    for (const key of byKeys)
      if (!by.has(key) && count < maxReactions) {
        by.add(key);
        count++;
      }
  }
  return [...found]
    .filter(([, by]) => by.size > 0)
    .map(([emoji, by]) => ({ emoji, byKeys: [...by] }));
}

/** At the ends of lines where there are any, and never within a sign. */
function piecesOf(words: string): string[] {
  const pieces: string[] = [];
  let rest = words;
  while (rest.length > mostOfText) {
    const end = endOf(rest);
    pieces.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return [...pieces, rest].filter(saysSomething);
}

function endOf(text: string): number {
  const line = text.lastIndexOf('\n', mostOfText);
  if (line > mostOfText / 2) return line;
  const isSplit = /[\uD800-\uDBFF]/.test(text[mostOfText - 1]!);
  return isSplit ? mostOfText - 1 : mostOfText;
}
