import { pastedBy } from './pasting';

/**
 * The files of a paste; none where its words are meant. Offices copy a picture of the words beside
 * them; a file manager says the names of its files as text.
 */
export function filesOf(event: ClipboardEvent): readonly File[] {
  const files = [...(event.clipboardData?.files ?? [])];
  const { plain, html } = pastedBy(event);
  const names = new Set(files.map(({ name }) => name));
  const isNames = plain.split('\n').every((line) => names.has(line.trim()));
  return plain === '' || (html === '' && isNames) ? files : [];
}

/** Words that are too many to be written. */
export function fileOfText(text: string): File {
  return new File([text], 'text.txt', { type: 'text/plain' });
}
