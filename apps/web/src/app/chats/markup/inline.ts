import { mentionPieces } from '@app/chat-state';
import type { Token, Tokens } from 'marked';
import { ownRoute, realHost, safeHref, unturned } from './links';

/**
 * A piece of a line. Never HTML: what a person wrote is shown, not run. `mention` has the name in
 * lower case beside the words with their `@`; whether somebody has it is not known here.
 */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'mention'; readonly text: string; readonly name: string }
  | { readonly kind: 'break' }
  | LinkPiece
  | { readonly kind: 'strong' | 'em' | 'strike'; readonly children: readonly Inline[] };

/**
 * `href` is an address of `safeHref`; `route` its path where it leads to a message of this
 * installation, else null; `host` what the words conceal, to be said after them, else empty.
 */
export interface LinkPiece {
  readonly kind: 'link';
  readonly href: string;
  readonly route: string | null;
  readonly host: string;
  readonly children: readonly Inline[];
}

/** The pieces of what the lexer found in one block. */
export function inlineOf(tokens: readonly Token[] | undefined): readonly Inline[] {
  return joined((tokens ?? []).flatMap(pieceOf));
}

/** The words of pieces, without marks. */
export function wordsOf(pieces: readonly Inline[]): string {
  return pieces.map((p) => ('children' in p ? wordsOf(p.children) : textOf(p))).join('');
}

function textOf(piece: Exclude<Inline, { children: unknown }>): string {
  return piece.kind === 'break' ? '\n' : piece.text;
}

function pieceOf(token: Token): readonly Inline[] {
  switch (token.type) {
    case 'codespan':
      return [{ kind: 'code', text: (token as Tokens.Codespan).text }];
    case 'strong':
    case 'em':
      return [{ kind: token.type, children: inlineOf(childrenOf(token)) }];
    case 'del':
      return [{ kind: 'strike', children: inlineOf(childrenOf(token)) }];
    case 'link':
    case 'image':
      return [linkOf(token as Tokens.Link | Tokens.Image)];
    case 'br':
      return [{ kind: 'break' }];
    case 'checkbox':
      return [];
    case 'escape':
      return [{ kind: 'text', text: (token as Tokens.Escape).text }];
    default:
      return childrenOf(token)?.flatMap(pieceOf) ?? linesOf(token.raw);
  }
}

/** The tokens inside of one, where its kind has some. */
export function childrenOf(token: Token): readonly Token[] | undefined {
  return 'tokens' in token ? token.tokens : undefined;
}

/** Where the depth was cut off, lines are still in one piece. */
function linesOf(text: string): readonly Inline[] {
  return text
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ kind: 'break' as const }] : []),
      ...(line === '' ? [] : [{ kind: 'text' as const, text: line }]),
    ]);
}

/** A picture is a link to it: nothing is fetched that nobody asked for. */
function linkOf(token: Tokens.Link | Tokens.Image): Inline {
  const href = safeHref(token.href);
  const raw: Inline = { kind: 'text', text: token.raw };
  if (href === null) return raw;
  const label = token.type === 'image' ? [] : unlinked(inlineOf(token.tokens));
  const words = wordsOf(label).trim();
  const children = words === '' ? [{ kind: 'text' as const, text: token.text || href }] : label;
  const host = realHost(words === '' ? token.text : words, href);
  return { kind: 'link', href, route: ownRoute(href), host, children };
}

/** Inside a link nothing else is to be pressed, and nothing turns its words around. */
function unlinked(pieces: readonly Inline[]): readonly Inline[] {
  return pieces.flatMap((piece): readonly Inline[] => {
    if (piece.kind === 'link') return unlinked(piece.children);
    if ('children' in piece) return [{ ...piece, children: unlinked(piece.children) }];
    if (piece.kind === 'break') return [piece];
    const kind = piece.kind === 'code' ? 'code' : 'text';
    return [{ kind, text: unturned(piece.text) }];
  });
}

/** Neighbours of plain words as one, in which names are then found. */
function joined(pieces: readonly Inline[]): readonly Inline[] {
  const whole: Inline[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text') {
      whole[whole.length - 1] = { kind: 'text', text: last.text + piece.text };
    } else whole.push(piece);
  }
  return whole.flatMap((p) => (p.kind === 'text' && p.text.includes('@') ? named(p.text) : [p]));
}

function named(text: string): readonly Inline[] {
  return mentionPieces(text).map(({ text: words, name }) =>
    name === null ? { kind: 'text', text: words } : { kind: 'mention', text: words, name },
  );
}
