import { readdirSync, readFileSync } from 'node:fs';

/** A fenced block. */
export interface Block {
  /** What stands behind the fence: `sh`. */
  readonly language: string;
  readonly text: string;
  /** The heading above it. */
  readonly under: string;
}

/** The Markdown files of the repository, by their paths from its root. */
export function documentPaths(folder = '.'): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory())
      return /^(\.|node_modules$|dist$|coverage$)/.test(entry.name) ? [] : documentPaths(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

/** One Markdown file, taken apart as far as the tests of documents ask. */
export class MarkdownFile {
  readonly blocks: readonly Block[];
  readonly headings: readonly string[];
  /** Without its blocks. */
  readonly prose: string;

  constructor(readonly path: string) {
    const blocks: Block[] = [];
    const headings: string[] = [];
    const prose: string[] = [];
    let open: { language: string; lines: string[] } | undefined;
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      const fence = /^```(\w*)/.exec(line);
      if (fence && open) {
        const text = open.lines.join('\n');
        blocks.push({ language: open.language, text, under: headings.at(-1) ?? '' });
        open = undefined;
      } else if (fence) open = { language: fence[1]!, lines: [] };
      else if (open) open.lines.push(line);
      else {
        const heading = /^#+ (.+)/.exec(line);
        if (heading) headings.push(heading[1]!);
        prose.push(line);
      }
    }
    this.blocks = blocks;
    this.headings = headings;
    this.prose = prose.join('\n');
  }

  /** What stands between backticks, on one line or over two, and every line of a block. */
  get code(): string[] {
    const inline = [...this.prose.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);
    const lines = this.blocks.flatMap(({ text }) => text.split('\n'));
    return [...inline.map((code) => code.replaceAll(/\s+/g, ' ')), ...lines];
  }

  /** Targets of links and pictures, as they are written. */
  get links(): string[] {
    const withoutCode = this.prose.replaceAll(/`[^`]*`/g, '');
    return [...withoutCode.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
  }

  /** What may stand behind `#` in a link to this file. */
  get anchors(): string[] {
    const wordless = /[^\p{L}\p{N}\s_-]/gu;
    return this.headings.map((heading) =>
      heading.toLowerCase().replaceAll(wordless, '').replaceAll(/\s/g, '-'),
    );
  }

  /** The rows of the table whose head has this cell. Throws when there is none. */
  table(head: string): string[][] {
    const lines = this.prose.split('\n');
    const first = lines.findIndex((line) => cellsOf(line).includes(head));
    if (first === -1) throw new Error(`${this.path} has no table with ${head}`);
    const rows = lines.slice(first + 2);
    const end = rows.findIndex((line) => !line.startsWith('|'));
    return rows.slice(0, end === -1 ? rows.length : end).map(cellsOf);
  }
}

function cellsOf(line: string): string[] {
  if (!line.startsWith('|')) return [];
  const cells = line.split('|').slice(1, -1);
  return cells.map((cell) => cell.trim());
}
