import type { Snippet } from '@app/contracts';
import { endingOf } from '../file-name.js';

/** Bytes of a text that are looked at. */
export const snippetBytes = 16 * 1024;

const maxLines = 50;

/** As highlighters name them, and the endings of each. */
const endings: Readonly<Record<string, string>> = {
  bash: 'sh bash zsh',
  c: 'c h',
  cpp: 'cc cpp cxx hpp hxx',
  csharp: 'cs',
  css: 'css',
  diff: 'diff patch',
  go: 'go',
  graphql: 'graphql gql',
  ini: 'ini conf cfg toml properties',
  java: 'java',
  javascript: 'js mjs cjs jsx',
  json: 'json jsonl',
  kotlin: 'kt kts',
  less: 'less',
  lua: 'lua',
  makefile: 'mk',
  markdown: 'md markdown',
  objectivec: 'm mm',
  perl: 'pl pm',
  php: 'php',
  python: 'py',
  r: 'r',
  ruby: 'rb',
  rust: 'rs',
  scss: 'scss',
  sql: 'sql',
  swift: 'swift',
  typescript: 'ts mts cts tsx',
  vbnet: 'vb',
  xml: 'xml html htm svg xhtml vue',
  yaml: 'yml yaml',
};

const languages = new Map(
  Object.entries(endings).flatMap(([language, all]) =>
    all.split(' ').map((ending) => [ending, language] as const),
  ),
);

/** How a text begins. `head`: its first bytes, all `sizeBytes` of them or as many as are read. */
export function snippetOf(head: Buffer, sizeBytes: number, name: string): Snippet {
  const language = languages.get(endingOf(name));
  // Where it is cut within a character that one is left out.
  const decoded = new TextDecoder('utf-8').decode(head, { stream: head.length < sizeBytes });
  const seen = decoded.replaceAll(/\r\n?/gu, '\n').replaceAll('\0', '\u{FFFD}');
  const lines = seen.split('\n');
  return {
    text: lines.slice(0, maxLines).join('\n'),
    ...(language === undefined ? {} : { language }),
    isWhole: head.length === sizeBytes && lines.length <= maxLines,
  };
}
