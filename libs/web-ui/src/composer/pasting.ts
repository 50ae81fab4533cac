import { isAddress, linkToggled, type Chosen, type TextEdit } from './text-marks';

/** Makes Markdown of copied HTML; empty where it holds no more than its plain text. */
export type RichPaste = (html: string) => Promise<string>;

/** More than this is taken as it is: nobody has formatted it by hand. */
const MAX_HTML = 500_000;

/**
 * More lines than this are the browser's own to paste: to type them by a command, so that it can be
 * taken back, costs it the square of them, and the page stands still for seconds.
 */
const MAX_LINES = 300;

/** What the clipboard holds, read while its event lasts. */
export interface Pasted {
  readonly plain: string;
  readonly html: string;
}

export function pastedBy(event: ClipboardEvent): Pasted {
  const data = event.clipboardData;
  return { plain: data?.getData('text/plain') ?? '', html: data?.getData('text/html') ?? '' };
}

/** An address on chosen words makes them a link; null: this is another paste. */
export function linkedPaste(chosen: Chosen, { plain }: Pasted): TextEdit | null {
  const words = chosen.value.slice(chosen.start, chosen.end).trim();
  const isLink = words !== '' && !isAddress(words) && !words.includes('\n');
  return isLink && isAddress(plain.trim()) ? linkToggled(chosen, plain.trim()) : null;
}

/** Whether there is more in it than its words. */
export function isRich({ html, plain }: Pasted): boolean {
  if (html === '' || html.length > MAX_HTML) return false;
  return plain.split('\n', MAX_LINES + 1).length <= MAX_LINES;
}

/** The Markdown of a paste; its plain text where there is none, or where making it failed. */
export async function markdownOf({ plain, html }: Pasted, convert: RichPaste): Promise<string> {
  try {
    return (await convert(html)) || plain;
  } catch (error) {
    // The converter could not be loaded (no network), or met something that it did not expect. What
    // was copied shall arrive all the same.
    console.warn('Pasted without its formatting:', error);
    return plain;
  }
}
