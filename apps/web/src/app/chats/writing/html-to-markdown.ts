import { blockMarkdown } from './block-markdown';
import { styleMark } from './inline-markdown';

interface HtmlPolicy {
  createHTML(html: string): string;
}

/** The part of Trusted Types that is used here; browsers without them read strings as they are. */
interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML(html: string): string }): HtmlPolicy;
}

let policy: HtmlPolicy | null = null;

/**
 * The Markdown of copied HTML; empty where it has no formatting that Markdown knows, so that its
 * plain text is what was meant (editors copy code with the colours of every word).
 *
 * The document is inert: nothing in it runs, loads or is ever shown, and only words leave it.
 */
export function htmlToMarkdown(html: string): string {
  const { body } = new DOMParser().parseFromString(trusted(unstyled(html)), 'text/html');
  if (!isFormatted(body)) return '';
  return blockMarkdown(body);
}

/** "Trusted" to be read into such a document, by the one policy that the page allows for that. */
function trusted(html: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  policy ??= trustedTypes?.createPolicy('parley-paste', { createHTML: (text) => text }) ?? {
    createHTML: (text) => text,
  };
  return policy.createHTML(html);
}

const FORMATTED =
  'a[href],b,strong,i,em,s,del,strike,code,pre,kbd,tt,ul,ol,blockquote,h1,h2,h3,h4,h5,h6,table,hr,' +
  '[data-style*="font-weight"],[data-style*="font-style"]';

function isFormatted(body: HTMLElement): boolean {
  // A copied editor is full of `<span style="font-weight: normal">`: only a real change counts.
  return [...body.querySelectorAll<HTMLElement>(FORMATTED)].some(
    (element) => !element.matches('[data-style]:is(span, div, font, p)') || styleMark(element),
  );
}

/** One that never ends is none; to look for its end from each `<` would cost the square of them. */
const TAG = /<[a-z][^>]*/gi;
const REFUSED = /([\s"'/])(on\w+|style)(?=\s*=)/gi;

/**
 * The policy of the page holds for this document as well, and would complain aloud of each style
 * and handler in it, although none has an effect. So styles are read as `data-style`, and what
 * sets the base of links is none.
 */
function unstyled(html: string): string {
  return html
    .replace(/<(\/?)style\b/gi, '<$1template')
    .replace(/<base\b/gi, '<wbr')
    .replace(TAG, (tag) => tag.replace(REFUSED, '$1data-$2'));
}
