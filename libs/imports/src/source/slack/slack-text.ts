import { withEmoji } from '../emoji-names.js';

/** How those are called that a text names by id. */
export interface SlackNames {
  /** The username here; undefined for somebody unknown. */
  readonly username: (userKey: string) => string | undefined;
  readonly channel: (chatKey: string) => string | undefined;
}

/** What is shown as it was typed: a block, or a piece of a line. */
const code = /```[\s\S]*?```|`[^`\n]+`/g;

const token = /<([^<>\n]{1,8000})>/g;

/** A mark around words: at the edge of a word outside, and never beside a blank inside. */
const bold = /(?<![\p{L}\p{N}\\*])\*(?![\s*])([^*\n]{0,4000}?[^\s*\\])\*(?![\p{L}\p{N}*])/gu;
const struck = /(?<![\p{L}\p{N}\\~])~(?![\s~])([^~\n]{0,4000}?[^\s~\\])~(?![\p{L}\p{N}~])/gu;

const audiences: Readonly<Record<string, string>> = {
  channel: '@channel',
  group: '@channel',
  everyone: '@channel',
  here: '@here',
};

/** Slack's marks as Parley's; what stands in code is only unescaped. */
export function toMarkdown(text: string, names: SlackNames): string {
  let out = '';
  let from = 0;
  for (const match of text.matchAll(code)) {
    out += wordsOf(text.slice(from, match.index), names) + codeOf(match[0]);
    from = match.index + match[0].length;
  }
  return out + wordsOf(text.slice(from), names);
}

/** A line of its own for the fence: else what stands behind it is taken for a language. */
function codeOf(match: string): string {
  const isBlock = match.startsWith('```');
  const bare = unescaped(match.replaceAll(token, (_, inner: string) => labelOf(inner)));
  if (!isBlock || bare.length < 6) return bare;
  const inner = bare.slice(3, -3).replace(/^\n/, '').replace(/\n$/, '');
  return `\n\`\`\`\n${inner}\n\`\`\`\n`;
}

/** What of a link or a name is seen. */
function labelOf(inner: string): string {
  const [target = '', label] = inner.split('|', 2);
  return label ?? target;
}

function wordsOf(words: string, names: SlackNames): string {
  let out = '';
  let from = 0;
  for (const match of words.matchAll(token)) {
    out += marksOf(words.slice(from, match.index)) + tokenOf(match[1]!, names);
    from = match.index + match[0].length;
  }
  return remarked(out + marksOf(words.slice(from)));
}

/** The pieces between links and names; marks that stand around these come last. */
const marksOf = (piece: string): string =>
  withEmoji(unescaped(piece)).replaceAll(/^(#{1,6}) /gm, '\\$1 ');

const remarked = (words: string): string =>
  words.replaceAll(bold, '**$1**').replaceAll(struck, '~~$1~~');

function tokenOf(inner: string, names: SlackNames): string {
  const at = inner.indexOf('|');
  const target = at < 0 ? inner : inner.slice(0, at);
  const label = at < 0 ? undefined : unescaped(inner.slice(at + 1));
  if (target.startsWith('@')) {
    const username = names.username(target.slice(1));
    return username === undefined ? `@${label ?? target.slice(1)}` : `@${username}`;
  }
  if (target.startsWith('#'))
    return `#${names.channel(target.slice(1)) ?? label ?? target.slice(1)}`;
  if (target.startsWith('!')) return specialOf(target.slice(1), label);
  return linkOf(unescaped(target), label);
}

function specialOf(special: string, label: string | undefined): string {
  const [name = ''] = special.split('^', 1);
  return audiences[name] ?? label ?? name;
}

function linkOf(target: string, label: string | undefined): string {
  const bare = target.replace(/^mailto:/, '');
  if (label === undefined || label === '' || label === target || label === bare) return bare;
  const href = target.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll(' ', '%20');
  return `[${label.replaceAll(/[[\]\\]/g, '\\$&')}](${href})`;
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
