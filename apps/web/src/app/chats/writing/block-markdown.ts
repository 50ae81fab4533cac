import { breaksLine, inlineMarkdown, isSilent } from './inline-markdown';

/** Lists in quotes in lists …: what is deeper is taken as its words. */
const MAX_DEPTH = 24;

/** The blocks of an element as Markdown, an empty line between them. */
export function blockMarkdown(element: Element, depth = 0): string {
  const blocks: string[] = [];
  let line: Node[] = [];
  const endLine = (): void => {
    const words = inlineMarkdown(line);
    if (words !== '') blocks.push(words);
    line = [];
  };
  for (const node of element.childNodes) {
    if (!isBlock(node)) {
      line.push(node);
      continue;
    }
    endLine();
    const block = depth < MAX_DEPTH ? blockOf(node, depth + 1) : inlineMarkdown([node]);
    if (block !== '') blocks.push(block);
  }
  endLine();
  return blocks.join('\n\n');
}

/** An element that breaks the line, or that holds one which does. */
function isBlock(node: Node): node is HTMLElement {
  if (!(node instanceof HTMLElement) || isSilent(node)) return false;
  return breaksLine(node) || node.querySelector(INSIDE) !== null;
}

const INSIDE = 'p,div,ul,ol,pre,table,blockquote,h1,h2,h3,h4,h5,h6,hr';

function blockOf(element: HTMLElement, depth: number): string {
  switch (element.tagName) {
    case 'PRE':
      return fenced(element);
    case 'HR':
      return '---';
    case 'BLOCKQUOTE':
      return prefixed(blockMarkdown(element, depth), '> ', '> ');
    case 'UL':
    case 'OL':
      return listOf(element, depth);
    case 'TABLE':
      return tableOf(element as HTMLTableElement, depth);
    default: {
      const inside = blockMarkdown(element, depth);
      const [, level] = /^H([1-6])$/.exec(element.tagName) ?? [];
      return level && inside
        ? `${'#'.repeat(Number(level))} ${inside.replace(/\n+/g, ' ')}`
        : inside;
    }
  }
}

function fenced(element: HTMLElement): string {
  // From the first of them only: each would be tried as a beginning of the end.
  const text = element.textContent.replace(/(?<!\n)\n+$/, '');
  const [, language = ''] =
    /(?:language|lang|highlight-source)-([\w+#-]+)/.exec(
      `${element.className} ${element.querySelector('code')?.className ?? ''}`,
    ) ?? [];
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return text.trim() === '' ? '' : `${fence}${language}\n${text}\n${fence}`;
}

function listOf(element: HTMLElement, depth: number): string {
  let number = element.tagName === 'OL' ? Number(element.getAttribute('start') ?? 1) || 1 : 0;
  const lines = [...element.children].map((child) => {
    // A list right inside of a list, as some editors write it, belongs to the line before.
    if (child.tagName !== 'LI') return prefixed(blockMarkdown(child, depth), '  ', '  ');
    const mark = number > 0 ? `${number++}. ` : '- ';
    const box = child.querySelector<HTMLInputElement>(':scope > input[type=checkbox]');
    const task = box ? `[${box.checked ? 'x' : ' '}] ` : '';
    const tight = blockMarkdown(child, depth).replace(/\n\n(?= *(?:[-\d]))/g, '\n');
    return prefixed(task + tight, mark, ' '.repeat(mark.length));
  });
  return lines.join('\n');
}

function tableOf(table: HTMLTableElement, depth: number): string {
  const rows = [...table.rows].map((row) =>
    [...row.cells].map((cell) => inlineMarkdown([...cell.childNodes]).replace(/\n+|\|/g, cellSign)),
  );
  const [header, ...rest] = rows;
  // One column is how pages and mails are laid out: no table was meant.
  if (!header || header.length < 2) return blockOfCells(table, depth);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rest.map(line)].join('\n');
}

function blockOfCells(table: HTMLTableElement, depth: number): string {
  return [...table.rows]
    .flatMap((row) => [...row.cells])
    .map((cell) => blockMarkdown(cell, depth))
    .filter(Boolean)
    .join('\n\n');
}

function cellSign(sign: string): string {
  return sign === '|' ? '\\|' : ' ';
}

function prefixed(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) => ((index === 0 ? first : others) + line).trimEnd())
    .join('\n');
}
