import { linkTo, oursOfMrkdwn, plainly } from './slack-words.js';
import { isSent, partsIn, richText, textIn, type Sent } from './slack-rich-text.js';

/** What blocks of Slack say, in Markdown; what is to be pressed or filled in says nothing. */
export const textOfBlocks = (blocks: readonly Sent[]): string =>
  blocks
    .map(blockText)
    .filter((text) => text.trim() !== '')
    .join('\n\n');

function blockText(block: Sent): string {
  switch (block['type']) {
    case 'section':
      return linesOf(textObject(block['text']), ...partsIn(block, 'fields').map(textObject));
    case 'header':
      return headingOf(textObject(block['text']));
    case 'context':
      return partsIn(block, 'elements').map(contextText).filter(Boolean).join(' ');
    case 'divider':
      return '---';
    case 'image':
      return linesOf(textObject(block['title']), imageText(block));
    case 'markdown':
      return textIn(block, 'text');
    case 'rich_text':
      return richText(block);
    default:
      return '';
  }
}

const linesOf = (...lines: readonly string[]): string => lines.filter(Boolean).join('\n');

const headingOf = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line && `### ${line}`;
};

const contextText = (element: Sent): string =>
  element['type'] === 'image' ? imageText(element) : textObject(element);

/** Nothing is fetched: it is a link of its words. */
function imageText(image: Sent): string {
  const url = textIn(image, 'image_url');
  const words = textIn(image, 'alt_text');
  return /^https?:\/\/[^\s<>]+$/.test(url) ? linkTo(url, words || url) : plainly(words);
}

/** `plain_text`, else `mrkdwn`. */
function textObject(value: unknown): string {
  if (!isSent(value)) return '';
  const text = textIn(value, 'text');
  return value['type'] === 'plain_text' ? plainly(text) : oursOfMrkdwn(text);
}
