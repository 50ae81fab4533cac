import { audienceOf } from '@app/chat-state';
import { MessageText, problem, saysSomething, type HookPost } from '@app/contracts';

/** Of what Slack escapes; the ampersand last, so that nothing is undone twice. */
const escaped = [
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&amp;/g, '&'],
] as const;

/** Keeps `@channel` from being a call, and is not seen. */
const joiner = '\u2060';

/**
 * What a post says, as text of ours. Throws `validation_failed` where that is nothing, or more than
 * a message may have.
 */
export function textOf({ text, attachments }: HookPost, mayCallAll: boolean): string {
  const parts = [text, ...(attachments ?? []).map(textOfAttachment)];
  const whole = parts.filter((part) => part && saysSomething(part)).join('\n\n');
  // As it will be stored: what is code, and calls nobody, may be none any more once it is trimmed.
  const stored = mustFit(ours(whole));
  if (!saysSomething(stored)) throw invalid(['Says nothing']);
  return mayCallAll ? stored : mustFit(callingNobody(stored));
}

function mustFit(text: string): string {
  const { data, error } = MessageText.safeParse(text);
  if (error) throw invalid(error.issues.map(({ message }) => message));
  return data;
}

type Attachment = NonNullable<HookPost['attachments']>[number];

/** `fallback` is for who shows nothing else of it. */
function textOfAttachment(attachment: Attachment): string {
  const { fallback, pretext, title, title_link: link, text } = attachment;
  const heading = title && link ? `<${link}|${title}>` : title;
  const lines = [pretext, heading, text].filter((line) => line);
  return lines.length > 0 ? lines.join('\n') : (fallback ?? '');
}

function ours(text: string): string {
  const called = text
    .replace(/<!(channel|here)(?:\|[^<>|]*)?>/g, '@$1')
    .replace(/<!everyone(?:\|[^<>|]*)?>/g, '@channel')
    .replace(/<(https?:\/\/[^\s<>|]+|mailto:[^\s<>|]+)\|([^<>|]+)>/g, linkOf);
  return escaped.reduce((all, [code, sign]) => all.replace(code, sign), called);
}

/** In Markdown, where brackets end a name, and round ones an address. */
function linkOf(_: string, address: string, label: string): string {
  const name = label.replace(/[[\]\\]/g, '\\$&').replace(/\s+/g, ' ');
  return `[${name}](${address.replace(/\(/g, '%28').replace(/\)/g, '%29')})`;
}

/** By the rule that decides whom a text calls: whatever would, does not. */
function callingNobody(text: string): string {
  if (audienceOf(text) === null) return text;
  return text.replace(/@(?=(?:channel|here)(?![A-Za-z0-9]))/gi, `@${joiner}`);
}

const invalid = (messages: readonly string[]) =>
  problem('validation_failed', {
    issues: messages.map((message) => ({ path: 'text', message })),
  });
