import { Lexer, Tokenizer, type Token, type Tokens } from 'marked';
import { endOfUrl } from './links';

/** Quotes in lists in quotes …: what is deeper stays words. */
const MAX_BLOCK_DEPTH = 12;
const MAX_INLINE_DEPTH = 12;

/**
 * Characters that all searches for a closing mark may look at. An honest message stays far below;
 * one that is made of opening marks only would cost their square.
 */
const MAX_WORK = 4_000_000;

/** The search for the end of emphasis looks at each of them more than once. */
const EMPHASIS_WORK = 10;

/** Header and rows together; the lexer fills short rows up, so few characters make many cells. */
const MAX_CELLS = 2_000;

const WORD = /[\p{L}\p{N}_]$/u;
const URL_START = /^(?:https?:\/\/|www\.)[^\s<]/i;
const EMAIL = /^[\w.+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,8}(?![\w-])/i;

/** One line without a character that begins a mark or an address; so most of what people write. */
const PLAIN = /^(?![\s\d+=-])[^\n\r\t\\`*_~[\]<>#|&@/]+(?<!\s)$/;
const WWW = /www\./i;

/** Nothing of Markdown can be in it, so that the lexer need not look: it takes long to warm up. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text) && !WWW.test(text);
}

/**
 * The tokens of a message: CommonMark with GitHub's tables, task lists, strikes and bare addresses;
 * a line break is one. Left out on purpose: HTML, which is words here, and link definitions, which
 * hide words and let a link lead where its line does not say.
 */
export function lexMessage(text: string): readonly Token[] {
  if (isPlain(text)) return [paragraph(text)];
  const tokenizer = new BoundedTokenizer();
  return new BoundedLexer({ gfm: true, breaks: true, tokenizer }).lex(text);
}

class BoundedLexer extends Lexer {
  private blockDepth = 0;
  private inlineDepth = 0;

  override blockTokens(src: string, tokens: Token[] = [], lastParagraphClipped?: boolean) {
    if (this.blockDepth === MAX_BLOCK_DEPTH) {
      tokens.push({ type: 'text', raw: src, text: src, tokens: this.inline(src) });
      this.state.top = true;
      return tokens as ReturnType<Lexer['lex']>;
    }
    this.blockDepth++;
    const found = super.blockTokens(src, tokens, lastParagraphClipped);
    this.blockDepth--;
    return found as ReturnType<Lexer['lex']>;
  }

  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    if (this.inlineDepth === MAX_INLINE_DEPTH) {
      tokens.push({ type: 'text', raw: src, text: src });
      return tokens;
    }
    this.inlineDepth++;
    const found = super.inlineTokens(src, tokens);
    this.inlineDepth--;
    return found;
  }
}

class BoundedTokenizer extends Tokenizer {
  private work = 0;
  /** Where the last plain words ended, as what was left behind them, and whether in a word. */
  private behind = { left: -1, isWord: false };

  override html(): undefined {
    return undefined;
  }

  override tag(): undefined {
    return undefined;
  }

  override def(): undefined {
    return undefined;
  }

  override reflink(): undefined {
    return undefined;
  }

  override table(src: string): Tokens.Table | undefined {
    const [header = '', ...rows] = src.split('\n\n', 1)[0]!.split('\n');
    const columns = header.split('|').length;
    return columns * rows.length > MAX_CELLS ? undefined : super.table(src);
  }

  override link(src: string) {
    return /^!?\[/.test(src) && this.mayWork(src) ? super.link(src) : undefined;
  }

  override emStrong(src: string, maskedSrc: string, prevChar?: string) {
    if (!/^[*_]/.test(src) || !this.mayWork(src, EMPHASIS_WORK)) return undefined;
    return super.emStrong(src, maskedSrc, prevChar);
  }

  override del(src: string, maskedSrc: string, prevChar?: string) {
    if (!src.startsWith('~') || !this.mayWork(src, EMPHASIS_WORK)) return undefined;
    return super.del(src, maskedSrc, prevChar);
  }

  override codespan(src: string) {
    return src.startsWith('`') && this.mayWork(src) ? super.codespan(src) : undefined;
  }

  /** `<https://…>` and `<a@b.example>`; of other schemes it would make links as well. */
  override autolink(src: string) {
    return src.startsWith('<') && this.mayWork(src) ? super.autolink(src) : undefined;
  }

  override url(src: string): Tokens.Link | undefined {
    // In a link's own label an address is its words.
    if (this.lexer.state.inLink || this.isInWord(src)) return undefined;
    if (URL_START.test(src)) {
      const text = src.slice(0, endOfUrl(src, 0));
      return bareLink(text, /^www/i.test(text) ? `https://${text}` : text);
    }
    const [mail] = EMAIL.exec(src) ?? [];
    return mail === undefined ? undefined : bareLink(mail, `mailto:${mail}`);
  }

  override inlineText(src: string): Tokens.Text | undefined {
    const token = super.inlineText(src);
    const raw = token?.raw ?? '';
    this.behind = { left: src.length - raw.length, isWord: WORD.test(raw) };
    return token;
  }

  private isInWord(src: string): boolean {
    return this.behind.isWord && this.behind.left === src.length;
  }

  private mayWork(src: string, times = 1): boolean {
    this.work += src.length * times;
    return this.work <= MAX_WORK;
  }
}

/** Of words that have no marks. */
export function paragraph(text: string): Token {
  return { type: 'paragraph', raw: text, text, tokens: [{ type: 'text', raw: text, text }] };
}

function bareLink(text: string, href: string): Tokens.Link {
  const tokens: Token[] = [{ type: 'text', raw: text, text }];
  return { type: 'link', raw: text, text, href, tokens, autolink: true };
}
