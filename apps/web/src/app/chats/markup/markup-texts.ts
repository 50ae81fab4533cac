import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word that stands in a message without being written in it. */
const english = {
  table: 'Table',
  code: 'Code',
  codeIn: (language: string) => `Code, ${language}`,
  copyCode: 'Copy code',
  copied: 'Copied',
  notCopied: 'The browser does not allow copying here.',
  done: 'Done',
  open: 'To do',
} as const;

export type MarkupTexts = Words<typeof english>;

export const markupTexts = textsOf('markup', english);
