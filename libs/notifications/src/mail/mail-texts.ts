import type { NotifyCause } from '@app/chat-state';
import type { SpokenLanguage } from '@app/contracts';
import { beginningOf } from '../telling/entries-of.js';
import { mailWords, type MailWords } from './mail-words.js';

/** One thing that was not read. `text`, `from`: as far as the person wants it shown. */
export interface DigestLine {
  readonly cause: NotifyCause;
  readonly from?: string;
  readonly text?: string;
}

/** What a mail tells. */
export interface Digest {
  readonly language: SpokenLanguage;
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

/** Plain words and the same as HTML, in which nothing of what people write is markup. */
export function mailTextOf(digest: Digest): MailText {
  const { language, workspace, lines, hasMore, chatUrl, unsubscribeUrl } = digest;
  const ours = mailWords[language];
  const said = lines.map((one) => sayingOf(one, ours));
  const more = hasMore ? [ours.more] : [];
  const text = [
    ...said.map(({ from, words }) => (from === '' ? words : `${from}${ours.colon}${words}`)),
    ...more,
    `${ours.open}${ours.colon}${chatUrl}`,
    `--\n${ours.why}\n${ours.endOf(workspace)}${ours.colon}${unsubscribeUrl}`,
  ].join('\n\n');
  const paragraphs = [
    ...said.map(({ from, words }) => `${nameTag(from)}${withBreaks(words)}`),
    ...more.map(escaped),
    `<a href="${escaped(chatUrl)}">${escaped(ours.open)}</a>`,
  ];
  const end = `${escaped(ours.why)} <a href="${escaped(unsubscribeUrl)}">${escaped(ours.end)}</a>`;
  const body = [...paragraphs, `<small>${end}</small>`].map((one) => `<p>${one}</p>`).join('\n');
  const direction = language === 'ar' ? ' dir="rtl"' : '';
  const html = `<!doctype html>\n<html lang="${language}"${direction}><body>\n${body}\n</body></html>`;
  return { subject: subjectOf(digest), text, html };
}

/** One line of a header: no character in it that controls anything. */
function subjectOf({ language, workspace, chat, lines, hasMore }: Digest): string {
  const [by, ...others] = new Set(lines.flatMap(({ from }) => from ?? []));
  const isOne = lines.length + (hasMore ? 1 : 0) === 1;
  const hasOthers = others.length > 0;
  const subject = `${mailWords[language].subject({ isOne, by, hasOthers, chat })} (${workspace})`;
  return beginningOf(subject.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim(), subjectLength);
}

function sayingOf({ cause, from = '', text }: DigestLine, ours: MailWords) {
  return { from, words: text ? beginningOf(text, shownLength) : wordless(cause, text, ours) };
}

/** What stands for what has no words of its own, or shows none. */
function wordless(cause: NotifyCause, text: string | undefined, ours: MailWords): string {
  if (cause === 'missed_call') return ours.missedCall;
  if (cause === 'added') return ours.added;
  return text === '' ? ours.file : ours.message;
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
