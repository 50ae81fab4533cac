import { audienceOf } from '@app/chat-state';
import { MessageText, problem, saysSomething, type HookPost } from '@app/contracts';
import { textOfBlocks } from './slack-blocks.js';
import { ours } from './slack-words.js';

/** Keeps `@channel` from being a call, and is not seen. */
const joiner = '\u2060';

/**
 * What a post says, as text of ours. Throws `validation_failed` where that is nothing, or more than
 * a message may have.
 */
export function textOf({ text, blocks, attachments }: HookPost, mayCallAll: boolean): string {
  // Where there are blocks the text is what notifications of Slack have in place of them.
  const parts = [textOfBlocks(blocks ?? []) || ours(text ?? '')];
  parts.push(...(attachments ?? []).map(textOfAttachment));
  // As it will be stored: what is code, and calls nobody, may be none any more once it is trimmed.
  const stored = mustFit(parts.filter((part) => saysSomething(part)).join('\n\n'));
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
  const { fallback, pretext, title, title_link: link, text, blocks } = attachment;
  const said = textOfBlocks(blocks ?? []);
  if (said !== '') return said;
  const heading = title && link ? `<${link}|${title}>` : title;
  const lines = [pretext, heading, text].filter((line) => line);
  return ours(lines.length > 0 ? lines.join('\n') : (fallback ?? ''));
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
