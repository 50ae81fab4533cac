/** An excerpt ends before: what is longer is cut, whatever is in it. */
const MAX_LENGTH = 1_000;

const LINE_START =
  /^[ \t]*(?:>[ \t]?|#{1,6}[ \t]+|(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)*/;
const FENCE = /^[ \t]*(?:```|~~~)[^`]*$/;
const RULE = /^[ \t]*(?:[-*_][ \t]*){3,}$/;
const TABLE_LINE = /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*(?::?-+:?)?[ \t]*$/;
const LINK = /!?\[([^[\]\n]{1,300})\]\((?:https?:|mailto:)[^()\s]{1,500}\)/g;
const CODE = /`([^`\n]+)`/;

/**
 * The words of a message without their marks, on one line, as an excerpt: for the chat list, quotes
 * and announcements. It only knows the marks that people use, so that the list needs no parser.
 */
export function plainText(text: string): string {
  const lines: string[] = [];
  let isCode = false;
  for (const line of text.slice(0, MAX_LENGTH).split('\n')) {
    if (FENCE.test(line)) isCode = !isCode;
    else if (isCode) lines.push(line);
    else if (!RULE.test(line) && !TABLE_LINE.test(line)) lines.push(withoutMarks(line));
  }
  const words = lines.join(' ').replace(/\s+/g, ' ').trim();
  // Marks and nothing else: then these are what was said.
  return words === '' ? text.slice(0, MAX_LENGTH).replace(/\s+/g, ' ').trim() : words;
}

function withoutMarks(line: string): string {
  const parts = line.replace(LINE_START, '').split(CODE);
  // Every second part stood in backticks.
  return parts.map((part, index) => (index % 2 ? part : withoutEmphasis(part))).join('');
}

function withoutEmphasis(text: string): string {
  return text
    .replace(LINK, '$1')
    .replace(/(\*\*|__|~~)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_\\])([*_])(?=[^\s*_])([^*_]*[^\s*_])\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
