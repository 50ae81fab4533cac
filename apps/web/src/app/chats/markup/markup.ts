import { parseInline, type Inline } from './inline';

/** Something that stands on lines of its own. */
export type Block =
  | { readonly kind: 'words'; readonly inline: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'quote'; readonly inline: readonly Inline[] }
  | {
      readonly kind: 'list';
      readonly isOrdered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Inline[])[];
    };

/** `lead`: the words before the first block, so that marks can follow them. `blocks`: the rest. */
export interface Markup {
  readonly lead: readonly Inline[];
  readonly blocks: readonly Block[];
}

const FENCE = '```';
const QUOTE = /^> ?/;
const BULLET = /^[-*] (?=\S)/;
const NUMBER = /^(\d{1,9})[.)] (?=\S)/;

/**
 * The small Markdown of a chat: bold, italic, strike, code, links, mentions; fences, quotes, lists.
 * The result is data, never HTML, and its cost grows with the length of the text only.
 */
export function parseMarkup(text: string): Markup {
  const blocks = blocksOf(text.split('\n'));
  const [first, ...rest] = blocks;
  return first?.kind === 'words' ? { lead: first.inline, blocks: rest } : { lead: [], blocks };
}

/** The words without their marks, on one line: for the chat list and for announcements. */
export function plainText(text: string): string {
  const { lead, blocks } = parseMarkup(text);
  return [wordsOf(lead), ...blocks.map(plainBlock)].join(' ').replace(/\s+/g, ' ').trim();
}

function plainBlock(block: Block): string {
  if (block.kind === 'code') return block.text;
  if (block.kind === 'list') return block.items.map(wordsOf).join(' ');
  return wordsOf(block.inline);
}

function wordsOf(inline: readonly Inline[]): string {
  return inline.map((p) => ('children' in p ? wordsOf(p.children) : p.text)).join('');
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const end = endOfBlock(lines, at);
    const block = blockOf(lines.slice(at, end));
    if (block) blocks.push(block);
    at = end;
  }
  return blocks;
}

type LineKind = 'fence' | 'quote' | 'bullet' | 'number' | 'words';

function kindOf(line: string): LineKind {
  if (line.startsWith(FENCE)) return 'fence';
  if (QUOTE.test(line)) return 'quote';
  if (BULLET.test(line)) return 'bullet';
  return NUMBER.test(line) ? 'number' : 'words';
}

/** The line after the block that starts at `from`. */
function endOfBlock(lines: readonly string[], from: number): number {
  const kind = kindOf(lines[from] ?? '');
  let end = from + 1;
  if (kind === 'fence') {
    if (isClosed(lines[from] ?? '')) return end;
    // A fence that nobody closes holds the rest: half a program is better than its ruins.
    while (end < lines.length && !(lines[end] ?? '').trimEnd().endsWith(FENCE)) end++;
    return Math.min(end + 1, lines.length);
  }
  while (end < lines.length && kindOf(lines[end] ?? '') === kind) end++;
  return end;
}

/** "```all on one line```". */
function isClosed(line: string): boolean {
  return line.trimEnd().length > 2 * FENCE.length && line.trimEnd().endsWith(FENCE);
}

function blockOf(lines: readonly string[]): Block | null {
  const kind = kindOf(lines[0] ?? '');
  if (kind === 'fence') return codeOf(lines);
  if (kind === 'quote') {
    const text = lines.map((line) => line.replace(QUOTE, '')).join('\n');
    return { kind: 'quote', inline: parseInline(text.trim()) };
  }
  if (kind === 'words') {
    const text = lines.join('\n').trim();
    return text === '' ? null : { kind: 'words', inline: parseInline(text) };
  }
  return {
    kind: 'list',
    isOrdered: kind === 'number',
    start: Number(NUMBER.exec(lines[0] ?? '')?.[1] ?? 1),
    items: lines.map((line) => parseInline(line.replace(kind === 'number' ? NUMBER : BULLET, ''))),
  };
}

function codeOf(lines: readonly string[]): Block | null {
  const text = lines.join('\n').trimEnd().slice(FENCE.length);
  const code = text.endsWith(FENCE) ? text.slice(0, -FENCE.length) : text;
  // The language behind the first fence is no code.
  const body = lines.length > 1 ? code.replace(/^[\w+#.-]{0,20}\n/, '') : code;
  return body.trim() === '' ? null : { kind: 'code', text: body.replace(/^\n|\n$/g, '') };
}
