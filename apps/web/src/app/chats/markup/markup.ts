import type { Token, Tokens } from 'marked';
import { lexMessage, paragraph } from './chat-lexer';
import { isEmojiOnly } from './emoji-only';
import { childrenOf, inlineOf, wordsOf, type Inline } from './inline';

/** Something that stands on lines of its own. */
export type Block =
  | { readonly kind: 'words' | 'heading'; readonly inline: readonly Inline[] }
  /** `language`: the first word behind the fence, in lower case; may be empty. */
  | { readonly kind: 'code'; readonly text: string; readonly language: string }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'rule' }
  | ListBlock
  | TableBlock;

export interface ListBlock {
  readonly kind: 'list';
  readonly isOrdered: boolean;
  readonly start: number;
  readonly items: readonly ListItem[];
}

/** `isDone`: of a task, whether it is; null where it is none. */
export interface ListItem {
  readonly isDone: boolean | null;
  readonly blocks: readonly Block[];
}

export interface TableCell {
  readonly align: 'left' | 'center' | 'right' | null;
  readonly inline: readonly Inline[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly header: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
}

/**
 * `lead`: the words before the first other block, so that marks can follow them. `blocks`: the
 * rest. `isJumbo`: a few emoji and nothing else.
 */
export interface Markup {
  readonly lead: readonly Inline[];
  readonly blocks: readonly Block[];
  readonly isJumbo: boolean;
}

/** Longer texts are shown as they are: an honest one ends long before. */
const MAX_LENGTH = 20_000;

/** Rows come and go while one scrolls: what was read just now is not read again. */
const KEPT = 300;
const kept = new Map<string, Markup>();

/** A message as data, never HTML. Its cost is bounded, whatever the text is made of. */
export function parseMarkup(text: string): Markup {
  const known = kept.get(text);
  if (known) return known;
  const markup = read(text);
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value!);
  kept.set(text, markup);
  return markup;
}

function read(text: string): Markup {
  const blocks = blocksOf(tokensOf(text));
  // Of "-", ">" or "1." alone Markdown makes something empty: somebody has written that, though.
  if (!blocks.some(hasContent)) return { lead: plain(text), blocks: [], isJumbo: false };
  const [first, ...rest] = blocks;
  const isJumbo = isEmojiOnly(text);
  if (first?.kind !== 'words') return { lead: [], blocks, isJumbo };
  return { lead: first.inline, blocks: rest, isJumbo };
}

function tokensOf(text: string): readonly Token[] {
  if (text.length > MAX_LENGTH) return [paragraph(text)];
  try {
    return lexMessage(text);
  } catch (error) {
    // "Infinite loop on byte": the lexer's own guard, should a text get it stuck in spite of all
    // bounds. One message then has no marks; thrown on, it would take the timeline with it.
    if (!(error instanceof Error)) throw error;
    return [paragraph(text)];
  }
}

function plain(text: string): readonly Inline[] {
  return inlineOf([{ type: 'text', raw: text.trim(), text: text.trim() }]);
}

function blocksOf(tokens: readonly Token[]): readonly Block[] {
  return tokens.flatMap((token) => blockOf(token) ?? []);
}

function blockOf(token: Token): Block | null {
  switch (token.type) {
    case 'space':
    case 'checkbox':
      return null;
    case 'heading':
      return { kind: 'heading', inline: inlineOf(childrenOf(token)) };
    case 'code':
      return codeOf(token as Tokens.Code);
    case 'blockquote':
      return { kind: 'quote', blocks: blocksOf(childrenOf(token) ?? []) };
    case 'hr':
      return { kind: 'rule' };
    case 'list':
      return listOf(token as Tokens.List);
    case 'table':
      return tableOf(token as Tokens.Table);
    default:
      return { kind: 'words', inline: inlineOf(childrenOf(token)) };
  }
}

function codeOf({ text, lang }: Tokens.Code): Block {
  const language = /^[\w+#.-]{1,30}/.exec(lang ?? '')?.[0].toLowerCase() ?? '';
  return { kind: 'code', text: text.replace(/\n+$/, ''), language };
}

function listOf({ ordered, start, items }: Tokens.List): ListBlock {
  return {
    kind: 'list',
    isOrdered: ordered,
    start: start === '' ? 1 : start,
    items: items.map((item) => ({
      isDone: item.task ? item.checked === true : null,
      blocks: blocksOf(item.tokens),
    })),
  };
}

function tableOf({ header, rows }: Tokens.Table): TableBlock {
  const cell = ({ align, tokens }: Tokens.TableCell): TableCell => ({
    align,
    inline: inlineOf(tokens),
  });
  return { kind: 'table', header: header.map(cell), rows: rows.map((row) => row.map(cell)) };
}

function hasContent(block: Block): boolean {
  switch (block.kind) {
    case 'rule':
    case 'table':
      return true;
    case 'code':
      return block.text.trim() !== '';
    case 'quote':
      return block.blocks.some(hasContent);
    case 'list':
      return block.items.some((item) => item.isDone !== null || item.blocks.some(hasContent));
    default:
      return wordsOf(block.inline).trim() !== '';
  }
}
