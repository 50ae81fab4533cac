/** Marks around words; a mark inside itself is none. */
type Mark = '**' | '*' | '~~';

const MARK_OF: Readonly<Record<string, Mark>> = {
  B: '**',
  STRONG: '**',
  I: '*',
  EM: '*',
  CITE: '*',
  S: '~~',
  DEL: '~~',
  STRIKE: '~~',
};

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TH THEAD TR UL'
  ).split(' '),
);

const CODE: ReadonlySet<string> = new Set(['CODE', 'KBD', 'SAMP', 'TT']);
const SILENT: ReadonlySet<string> = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'TITLE', 'HEAD']);

/** What is deeper is taken as its words. */
const MAX_DEPTH = 40;

/** The words of nodes in one line, with their marks. Blanks are as HTML shows them: one. */
export function inlineMarkdown(nodes: readonly Node[]): string {
  return nodes
    .map((node) => written(node, new Set(), 0))
    .join('')
    .replace(/[^\S\n\u00a0]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\u00a0/g, ' ')
    .trim();
}

/** Whether nothing of it may be shown. */
export function isSilent(node: Node): boolean {
  return node.nodeType === Node.COMMENT_NODE || SILENT.has(node.nodeName);
}

/** Whether it stands on lines of its own. */
export function breaksLine({ nodeName }: Node): boolean {
  return BLOCKS.has(nodeName);
}

function written(node: Node, marks: ReadonlySet<Mark>, depth: number): string {
  if (isSilent(node)) return '';
  if (!(node instanceof HTMLElement)) return escaped((node.textContent ?? '').replace(/\s+/g, ' '));
  if (node.tagName === 'BR') return '\n';
  if (node.tagName === 'IMG') return escaped(node.getAttribute('alt') ?? '');
  if (depth > MAX_DEPTH) return escaped(node.textContent);
  if (CODE.has(node.tagName)) return codeOf(node.textContent);
  const mark = markOf(node);
  const isNew = mark !== null && !marks.has(mark);
  const inside = isNew ? new Set([...marks, mark]) : marks;
  const words = [...node.childNodes].map((child) => written(child, inside, depth + 1)).join('');
  if (node.tagName === 'A') return linkOf(words, node.getAttribute('href') ?? '');
  const said = isNew ? marked(words, mark) : words;
  // Where all is one line, as in a cell, it is not to be one word with what stands beside it.
  return breaksLine(node) ? `\n${said}\n` : said;
}

/** By its name, or by the style that office programs write; Google wraps all in a normal `<b>`. */
function markOf(element: HTMLElement): Mark | null {
  const named = MARK_OF[element.tagName] ?? null;
  const isNormal = /font-weight:\s*(?:normal|400)\b/i.test(element.dataset['style'] ?? '');
  return styleMark(element) ?? (named === '**' && isNormal ? null : named);
}

/** What a style makes of words: heavy, slanted, or null. It stands in `data-style`. */
export function styleMark({ dataset }: HTMLElement): Mark | null {
  const style = dataset['style'] ?? '';
  if (/font-weight:\s*(?:bold|bolder|[6-9]00)\b/i.test(style)) return '**';
  return /font-style:\s*italic\b/i.test(style) ? '*' : null;
}

/** Blanks stand outside of marks, or these would be none. */
function marked(words: string, mark: Mark): string {
  const core = words.trim();
  // A mark does not reach over an empty line.
  if (core === '' || core.includes('\n\n')) return words;
  const from = words.length - words.trimStart().length;
  return `${words.slice(0, from)}${mark}${core}${mark}${words.slice(from + core.length)}`;
}

function codeOf(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.trim() === '') return line;
  return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``;
}

function linkOf(words: string, href: string): string {
  const label = words.trim();
  const isShown = /^(https?:|mailto:)/i.test(href) && URL.canParse(href);
  if (!isShown || label === '') return words;
  const address = href.replace(/[\s<>]/g, encodeURIComponent).replace(/[()]/g, percent);
  const isBare = label.replace(/\\/g, '').replace(/\/$/, '') === href.replace(/\/$/, '');
  return isBare ? href : `[${label.replace(/\n+/g, ' ')}](${address})`;
}

function percent(char: string): string {
  return char === '(' ? '%28' : '%29';
}

/** What would be a mark in Markdown stays the sign that it was. */
function escaped(text: string): string {
  return text.replace(/[\\`*~[\]]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
}
