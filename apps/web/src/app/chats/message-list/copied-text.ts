/** What of a row a copy says: who and when, and what of it is selected. */
export interface CopiedRow {
  readonly author: string;
  readonly time: string;
  readonly text: string;
}

/**
 * What is selected in several messages of a list, as text; null where it is in one only, which a
 * browser copies well by itself. `headOf`: who and when; null for a row that is no message.
 */
export function selectionAsText(
  list: HTMLElement,
  headOf: (row: HTMLElement) => Omit<CopiedRow, 'text'> | null,
): string | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return null;
  const rows = [...list.querySelectorAll<HTMLElement>('[data-key]')].filter((row) =>
    selection.containsNode(row, true),
  );
  if (rows.length < 2) return null;
  return copiedText(
    rows.flatMap((row) => {
      const head = headOf(row);
      const text = head && selectedText(selection, row.querySelector('.body') ?? row);
      return text ? [{ ...head, text }] : [];
    }),
  );
}

/** Rows as text: the name once for what one person said in a row. */
export function copiedText(rows: readonly CopiedRow[]): string {
  return rows
    .map(({ author, time, text }, i) =>
      rows[i - 1]?.author === author ? text : `${i > 0 ? '\n' : ''}${author}, ${time}\n${text}`,
    )
    .join('\n');
}

/** What the selection has of an element, line by line, as a person reads it: no buttons in it. */
export function selectedText(selection: Selection, element: Element): string {
  const range = selection.getRangeAt(0).cloneRange();
  const all = element.ownerDocument.createRange();
  all.selectNodeContents(element);
  if (range.compareBoundaryPoints(Range.START_TO_START, all) < 0)
    range.setStart(all.startContainer, all.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, all) > 0)
    range.setEnd(all.endContainer, all.endOffset);
  return linesOf(range.cloneContents())
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const BLOCKS = 'address, blockquote, div, li, ol, p, pre, table, tr, ul, h1, h2, h3, h4, h5, h6';
const SILENT = 'button, time, svg, [aria-hidden="true"]';

function linesOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (node instanceof Element) {
    if (node.matches(SILENT)) return '';
    if (node.matches('br')) return '\n';
    // An emoji may be drawn by a picture: then its words are the text.
    if (node.matches('img')) return node.getAttribute('alt') ?? '';
  }
  const inside = [...node.childNodes].map(linesOf).join('');
  return node instanceof Element && node.matches(BLOCKS) ? `\n${inside}\n` : inside;
}
