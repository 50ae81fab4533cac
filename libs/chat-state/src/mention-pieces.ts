import { MENTION, withoutStop } from './mentions.js';

/** `name`: the username in lower case; null for the words between mentions. */
export interface MentionPiece {
  readonly text: string;
  readonly name: string | null;
}

/** A text as its words and its mentions, in order; together they are the text. */
export function mentionPieces(text: string): readonly MentionPiece[] {
  const pieces: MentionPiece[] = [];
  let from = 0;
  for (const { index, 1: match = '' } of text.matchAll(MENTION)) {
    const name = withoutStop(match);
    if (index > from) pieces.push({ text: text.slice(from, index), name: null });
    from = index + 1 + name.length;
    pieces.push({ text: text.slice(index, from), name: name.toLowerCase() });
  }
  if (from < text.length) pieces.push({ text: text.slice(from), name: null });
  return pieces;
}
