import { linkTo, plainly } from './slack-words.js';

/** A part of a block as somebody has sent it. */
export type Sent = Readonly<Record<string, unknown>>;

/** Lists in lists: Slack has nine. */
const deepest = 9;

export const textIn = (sent: Sent, name: string): string => {
  const value = sent[name];
  return typeof value === 'string' ? value : '';
};

export const partsIn = (sent: Sent, name: string): readonly Sent[] => {
  const value: unknown = sent[name];
  return Array.isArray(value) ? value.filter(isSent) : [];
};

export const isSent = (value: unknown): value is Sent =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The block `rich_text`, which Slack's own clients write, in Markdown. */
export const richText = (block: Sent): string => joined(partsIn(block, 'elements'));

/** Items of one list follow each other, in whatever depth; all else is a paragraph. */
function joined(elements: readonly Sent[]): string {
  let text = '';
  let wasList = false;
  for (const element of elements) {
    const part = elementText(element);
    if (part === '') continue;
    const isList = element['type'] === 'rich_text_list';
    if (text !== '') text += wasList && isList ? '\n' : '\n\n';
    text += part;
    wasList = isList;
  }
  return text;
}

function elementText(element: Sent): string {
  switch (element['type']) {
    case 'rich_text_section':
      return wordsOf(element);
    case 'rich_text_quote':
      return wordsOf(element).replace(/^/gm, '> ');
    case 'rich_text_preformatted':
      return fenced(partsIn(element, 'elements').map(rawOf).join(''));
    case 'rich_text_list':
      return listOf(element);
    default:
      return '';
  }
}

function listOf(list: Sent): string {
  const { indent, offset, style } = list;
  const depth = typeof indent === 'number' ? Math.min(Math.max(Math.trunc(indent), 0), deepest) : 0;
  const first = typeof offset === 'number' ? Math.min(Math.max(Math.trunc(offset), 0), 9999) : 0;
  const space = '   '.repeat(depth);
  const marks = (n: number) => (style === 'ordered' ? `${first + n + 1}.` : '-');
  return partsIn(list, 'elements')
    .map((item, n) => `${space}${marks(n)} ${wordsOf(item).replace(/\n/g, `\n${space}   `)}`)
    .join('\n');
}

const wordsOf = (section: Sent): string =>
  partsIn(section, 'elements').map(inlineOf).join('').trimEnd();

/** Marks stand at words, and not at the spaces around them. */
function inlineOf(element: Sent): string {
  const style = isSent(element['style']) ? element['style'] : {};
  if (style['code'] === true && element['type'] === 'text') return inCode(textIn(element, 'text'));
  const [, before = '', words = '', behind = ''] =
    /^(\s*)([\s\S]*?)(\s*)$/.exec(bare(element)) ?? [];
  if (words === '') return before + behind;
  const marks = [
    ...(style['bold'] === true ? ['**'] : []),
    ...(style['italic'] === true ? ['_'] : []),
    ...(style['strike'] === true ? ['~~'] : []),
  ];
  return before + marks.join('') + words + marks.toReversed().join('') + behind;
}

function bare(element: Sent): string {
  switch (element['type']) {
    case 'text':
      return plainly(textIn(element, 'text'));
    case 'link': {
      const [url, text] = [textIn(element, 'url'), textIn(element, 'text')];
      if (!/^(https?:\/\/|mailto:)[^\s<>]+$/.test(url)) return plainly(text || url);
      return text ? linkTo(url, text) : `<${url}>`;
    }
    default:
      return plainly(rawOf(element));
  }
}

/** Of what stands for something that only Slack knows: a name or an id. */
function rawOf(element: Sent): string {
  switch (element['type']) {
    case 'emoji':
      return `:${textIn(element, 'name')}:`;
    case 'user':
      return `@${textIn(element, 'user_id')}`;
    case 'usergroup':
      return `@${textIn(element, 'usergroup_id')}`;
    case 'channel':
      return `#${textIn(element, 'channel_id')}`;
    case 'broadcast':
      return textIn(element, 'range') === 'here' ? '@here' : '@channel';
    case 'date':
      return textIn(element, 'fallback');
    case 'color':
      return textIn(element, 'value');
    default:
      return textIn(element, 'text') || textIn(element, 'url');
  }
}

/** More of them than in the code itself. */
const ticksAround = (code: string, least: number): string =>
  '`'.repeat(Math.max(least, ...[...code.matchAll(/`+/g)].map(([run]) => run.length + 1)));

function fenced(code: string): string {
  const fence = ticksAround(code, 3);
  return code === '' ? '' : `${fence}\n${code.replace(/\n$/, '')}\n${fence}`;
}

function inCode(code: string): string {
  if (code.trim() === '') return code;
  const ticks = ticksAround(code, 1);
  const space = /^`|`$/.test(code) ? ' ' : '';
  return `${ticks}${space}${code}${space}${ticks}`;
}
