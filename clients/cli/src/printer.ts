import type { Terminal } from './terminal.js';

/** A column of a table: what it is called, and what stands in it. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => unknown>>;

/** Says results: as lines for people, or as JSON (one value, or one on each line) for programs. */
export class Printer {
  constructor(
    private readonly terminal: Pick<Terminal, 'out'>,
    readonly isJson: boolean,
  ) {}

  /** One thing, in words. */
  say(value: unknown, words: string): void {
    this.terminal.out(`${this.isJson ? JSON.stringify(value) : words}\n`);
  }

  /** One of many that come one after the other. */
  line(value: unknown, words: string): void {
    this.say(value, words);
  }

  table<Row>(rows: readonly Row[], columns: Columns<Row>): void {
    if (this.isJson) this.terminal.out(`${JSON.stringify(rows)}\n`);
    else this.terminal.out(drawn(rows, columns));
  }

  /** The fields of one thing below each other. */
  fields(value: object): void {
    this.say(value, below(value));
  }

  /** One thing that has tables in it: `parts` are how people read it. */
  report(value: object, ...parts: readonly string[]): void {
    this.say(value, parts.map((part) => part.trimEnd()).join('\n\n'));
  }
}

/** The fields of one thing, each on a line. */
export function below(value: object): string {
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  const width = Math.max(0, ...entries.map(([name]) => name.length));
  return entries.map(([name, field]) => `${name.padEnd(width)}  ${asText(field)}`).join('\n');
}

/** A table, with its heads. */
export function drawn<Row>(rows: readonly Row[], columns: Columns<Row>): string {
  if (rows.length === 0) return '(none)\n';
  const names = Object.keys(columns);
  const cells = rows.map((row) => names.map((name) => asText(columns[name]!(row))));
  const lines = [names.map((name) => name.toUpperCase()), ...cells];
  const widths = names.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)));
  return lines
    .map((line) => line.map((cell, at) => cell.padEnd(widths[at]!)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

/** On one line, and without what a terminal would take for an order. */
export function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // eslint-disable-next-line no-control-regex -- These are what is taken out.
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}
