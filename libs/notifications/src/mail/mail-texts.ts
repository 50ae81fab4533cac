import type { NotifyCause } from '@app/chat-state';
import { beginningOf } from '../telling/entries-of.js';

/** One thing that was not read. `text`, `from`: as far as the person wants it shown. */
export interface DigestLine {
  readonly cause: NotifyCause;
  readonly from?: string;
  readonly text?: string;
}

/** What a mail tells. */
export interface Digest {
  /** Name of the workspace. */
  readonly workspace: string;
  /** Name of the chat; empty for a direct one, and where no names are wanted. */
  readonly chat: string;
  readonly lines: readonly DigestLine[];
  /** There is more than the lines say. */
  readonly hasMore: boolean;
  readonly chatUrl: string;
  readonly unsubscribeUrl: string;
}

/** A mail without its envelope. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Characters of one message, and of a subject. */
const [shownLength, subjectLength] = [500, 120];

/** What stands for those that have no words of their own. */
const wordless: Readonly<Partial<Record<NotifyCause, string>>> = {
  missed_call: 'Missed call',
  added: 'Added you to this chat',
};

const footer = 'You get this mail since you have not read it for a while.';

/** Plain words and the same as HTML, in which nothing of what people write is markup. */
export function mailTextOf(digest: Digest): MailText {
  const { workspace, lines, hasMore, chatUrl, unsubscribeUrl } = digest;
  const said = lines.map(sayingOf);
  const more = hasMore ? ['… and more'] : [];
  const text = [
    ...said.map(({ from, words }) => (from === '' ? words : `${from}: ${words}`)),
    ...more,
    `Open the chat: ${chatUrl}`,
    `--\n${footer}\nNo more mails from ${workspace}: ${unsubscribeUrl}`,
  ].join('\n\n');
  const paragraphs = [
    ...said.map(({ from, words }) => `${nameTag(from)}${withBreaks(words)}`),
    ...more.map(escaped),
    `<a href="${escaped(chatUrl)}">Open the chat</a>`,
  ];
  const end = `${footer} <a href="${escaped(unsubscribeUrl)}">No more mails</a>`;
  const body = [...paragraphs, `<small>${end}</small>`].map((one) => `<p>${one}</p>`).join('\n');
  const html = `<!doctype html>\n<html><body>\n${body}\n</body></html>`;
  return { subject: subjectOf(digest), text, html };
}

/** One line of a header: no character in it that controls anything. */
function subjectOf({ workspace, chat, lines, hasMore }: Digest): string {
  const names = [...new Set(lines.flatMap(({ from }) => from ?? []))];
  const [first] = names;
  const by = names.length > 1 ? `${first} and others` : first;
  const count = lines.length + (hasMore ? 1 : 0);
  const what = count === 1 ? 'Unread message' : 'Unread messages';
  const subject = `${what}${by ? ` from ${by}` : ''}${chat ? ` in ${chat}` : ''} (${workspace})`;
  return beginningOf(subject.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim(), subjectLength);
}

function sayingOf({ cause, from = '', text }: DigestLine): { from: string; words: string } {
  if (text) return { from, words: beginningOf(text, shownLength) };
  return { from, words: wordless[cause] ?? (text === '' ? 'Sent a file' : 'New message') };
}

const nameTag = (from: string) => (from === '' ? '' : `<strong>${escaped(from)}</strong><br>\n`);

const withBreaks = (words: string) => escaped(words).replaceAll('\n', '<br>\n');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (words: string) => words.replaceAll(/[&<>"']/g, (one) => entities[one]!);
