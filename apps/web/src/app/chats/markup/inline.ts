import { endOfUrl, MAX_URL, safeHref } from './links';

/**
 * A piece of a line. Never HTML: what a person wrote is shown, not run. `link` has an address of
 * `safeHref`; `mention` is the name with its `@`.
 */
export type Inline =
  | { readonly kind: 'text' | 'code' | 'mention'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'strong' | 'em' | 'strike'; readonly children: readonly Inline[] };

type Mark = '**' | '*' | '_' | '~~';

/** What is between an opening mark and here; `mark` is null at the bottom. */
interface Frame {
  readonly mark: Mark | null;
  readonly children: Inline[];
}

const kindOf = { '**': 'strong', '*': 'em', _: 'em', '~~': 'strike' } as const;
const WORD = /[\p{L}\p{N}]/u;
const NAME = /[\p{L}\p{N}_.-]/u;
const MAX_NAME = 64;
const MAX_LABEL = 300;
const SCHEMES = ['https://', 'http://', 'mailto:'] as const;

/** The inline marks of a text. Reads it once from left to right, whatever is in it. */
export function parseInline(text: string): readonly Inline[] {
  return new InlineScanner(text).scan();
}

/**
 * One pass with a stack of open marks. A mark never opens inside itself, so the stack holds four
 * at most; what was opened and never closed falls back to the words that it is.
 */
class InlineScanner {
  private readonly frames: Frame[] = [{ mark: null, children: [] }];
  private at = 0;
  private plainFrom = 0;
  private hasBacktick = true;

  constructor(private readonly text: string) {}

  scan(): readonly Inline[] {
    while (this.at < this.text.length) {
      if (!this.takeSpecial()) this.at++;
    }
    this.flushPlain(this.at);
    return this.flattenedFrom(0);
  }

  private takeSpecial(): boolean {
    switch (this.text.charAt(this.at)) {
      case '`':
        return this.takeCode();
      case '*':
        return this.takeMark(this.starsHere());
      case '_':
        return this.takeMark('_');
      case '~':
        return this.text.startsWith('~~', this.at) && this.takeMark('~~');
      case '[':
        return this.takeLabelledLink();
      case '@':
        return this.takeMention();
      case 'h':
      case 'm':
        return this.takeBareLink();
      default:
        return false;
    }
  }

  /** Of three stars at an end the inner mark comes first. */
  private starsHere(): Mark {
    if (!this.text.startsWith('**', this.at)) return '*';
    return this.top.mark === '*' && this.text.startsWith('***', this.at) ? '*' : '**';
  }

  private takeCode(): boolean {
    if (!this.hasBacktick) return false;
    const end = this.text.indexOf('`', this.at + 1);
    // There is no further one: no need to look again for each that comes.
    if (end < 0) this.hasBacktick = false;
    const code = this.text.slice(this.at + 1, Math.max(end, this.at + 1));
    if (end < 0 || code === '' || code.includes('\n')) return false;
    this.push({ kind: 'code', text: code }, end + 1);
    return true;
  }

  private takeMark(mark: Mark): boolean {
    const before = this.text.charAt(this.at - 1);
    const after = this.text.charAt(this.at + mark.length);
    // `snake_case` and `2*3*4` are words: a single mark does not stand inside one.
    const isSingle = mark.length === 1;
    const open = this.frames.findIndex((frame) => frame.mark === mark);
    if (open > 0) {
      if (/^\s?$/.test(before) || (isSingle && WORD.test(after))) return false;
      return this.close(open, mark);
    }
    if (/^\s?$/.test(after) || (isSingle && WORD.test(before))) return false;
    this.flushPlain(this.at);
    this.frames.push({ mark, children: [] });
    this.moveTo(this.at + mark.length);
    return true;
  }

  private close(open: number, mark: Mark): boolean {
    this.flushPlain(this.at);
    const [first, ...rest] = this.flattenedFrom(open);
    // The first piece is the mark itself: `flattenedFrom` writes it out for what stays open.
    const children = first ? rest : [];
    this.frames.length = open;
    this.moveTo(this.at + mark.length);
    if (children.length > 0) this.top.children.push({ kind: kindOf[mark], children });
    else this.top.children.push({ kind: 'text', text: mark + mark });
    return true;
  }

  private takeLabelledLink(): boolean {
    const middle = this.text.slice(this.at, this.at + MAX_LABEL).indexOf('](');
    if (middle < 2) return false;
    const from = this.at + middle + 2;
    const length = this.text.slice(from, from + MAX_URL).indexOf(')');
    if (length < 1) return false;
    const label = this.text.slice(this.at + 1, this.at + middle);
    const href = safeHref(this.text.slice(from, from + length));
    // A label that looks like an address could name another one than it leads to.
    if (href === null || label.includes('://') || /[[\]\n]/.test(label)) return false;
    this.push({ kind: 'link', text: label, href }, from + length + 1);
    return true;
  }

  private takeBareLink(): boolean {
    const scheme = SCHEMES.find((start) => this.text.startsWith(start, this.at));
    if (!scheme || WORD.test(this.text.charAt(this.at - 1))) return false;
    const end = endOfUrl(this.text, this.at);
    const text = this.text.slice(this.at, end);
    const href = text.length > scheme.length ? safeHref(text) : null;
    if (href === null) return false;
    this.push({ kind: 'link', text, href }, end);
    return true;
  }

  private takeMention(): boolean {
    if (WORD.test(this.text.charAt(this.at - 1))) return false;
    let end = this.at + 1;
    while (end - this.at <= MAX_NAME && NAME.test(this.text.charAt(end))) end++;
    while (end > this.at + 1 && '.-'.includes(this.text.charAt(end - 1))) end--;
    if (end === this.at + 1) return false;
    this.push({ kind: 'mention', text: this.text.slice(this.at, end) }, end);
    return true;
  }

  private get top(): Frame {
    return this.frames.at(-1)!;
  }

  private push(piece: Inline, next: number): void {
    this.flushPlain(this.at);
    this.top.children.push(piece);
    this.moveTo(next);
  }

  private moveTo(next: number): void {
    this.at = next;
    this.plainFrom = next;
  }

  private flushPlain(end: number): void {
    const text = this.text.slice(this.plainFrom, end);
    if (text !== '') this.top.children.push({ kind: 'text', text });
    this.plainFrom = end;
  }

  /** The frames from `open` up as one list, their marks as words. */
  private flattenedFrom(open: number): readonly Inline[] {
    return this.frames
      .slice(open)
      .flatMap(({ mark, children }) =>
        mark === null ? children : [{ kind: 'text' as const, text: mark }, ...children],
      );
  }
}
