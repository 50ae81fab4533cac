import type { NoteTaker, SourceFile, SourceMessage, SourceReaction } from '../import-source.js';
import { emojiOf } from '../emoji-names.js';
import type { SlackAttachment, SlackFile, SlackMessage } from './slack-shapes.js';
import { toMarkdown, type SlackNames } from './slack-text.js';

/** Something that people have said, whatever Slack calls it. */
const said: ReadonlySet<string> = new Set([
  'bot_message',
  'file_comment',
  'file_share',
  'me_message',
  'reply_broadcast',
  'slackbot_response',
  'thread_broadcast',
]);

/** What became of a chat, or of something in it. */
const events = new RegExp(
  '^(?:(?:channel|group|im|mpim|huddle|bot|app|reminder|sh_room|shared|ekm|assistant|tabbed)_[a-z_]+|' +
    '(?:un)?pinned_item|tombstone|joiner_notification(?:_for_inviter)?|message_replied)$',
);

/** What a message needs to be understood. */
export interface SlackPlace {
  readonly names: SlackNames;
  readonly pinned: ReadonlySet<string>;
  readonly fileOf: (file: SlackFile) => SourceFile | undefined;
  /** Who said it; somebody who is on no list is put there. */
  readonly authorOf: (message: SlackMessage) => string;
  readonly note: NoteTaker;
  /** Where in the export it is, for who looks for it. */
  readonly where: string;
}

/** As Parley says it; undefined for what is left out. */
export function messageOf(message: SlackMessage, place: SlackPlace): SourceMessage | undefined {
  const { subtype, ts, thread_ts: thread } = message;
  if (subtype && !said.has(subtype)) {
    place.note(events.test(subtype) ? 'event' : 'unknown_kind', `${subtype} (${place.where})`);
    return undefined;
  }
  const { files, links } = filesOf(message, place);
  const text = [textOf(message, place.names), ...links].filter((part) => part !== '').join('\n');
  return {
    key: ts,
    at: timeOf(ts),
    authorKey: place.authorOf(message),
    text,
    ...(thread && thread !== ts && { rootKey: thread }),
    reactions: reactionsOf(message, place),
    files,
    isPinned: place.pinned.has(ts) || (message.pinned_to?.length ?? 0) > 0,
  };
}

/** Slack counts in microseconds. */
function timeOf(ts: string): string {
  const [seconds = '0', rest = '0'] = ts.split('.');
  return new Date(Number(seconds) * 1000 + Number(rest.padEnd(6, '0').slice(0, 3))).toISOString();
}

function textOf({ text, subtype, attachments }: SlackMessage, names: SlackNames): string {
  const words = toMarkdown(text ?? '', names).trim();
  if (subtype === 'me_message' && words !== '') return `_${words}_`;
  // What programs say stands in boxes below; links of people have boxes, too, with what is behind.
  if (words !== '') return words;
  return (attachments ?? [])
    .map((one) => attachmentText(one, names))
    .filter((part) => part !== '')
    .join('\n');
}

function attachmentText(one: SlackAttachment, names: SlackNames): string {
  const title = one.title_link
    ? `<${one.title_link}|${one.title ?? one.title_link}>`
    : (one.title ?? '');
  const parts: string[] = [one.pretext ?? '', title, one.text ?? ''];
  if (parts.join('') === '') parts.push(one.fallback ?? '');
  return parts
    .filter((part) => part !== '')
    .map((part) => toMarkdown(part, names).trim())
    .join('\n');
}

function filesOf(
  { files, file }: SlackMessage,
  { fileOf, note, where }: SlackPlace,
): { readonly files: SourceFile[]; readonly links: string[] } {
  const found: SourceFile[] = [];
  const links: string[] = [];
  for (const one of files ?? [file]) {
    if (!one) continue;
    const content = fileOf(one);
    const href = one.permalink ?? one.url_private;
    const name = one.name ?? one.title ?? one.id ?? '';
    if (content) found.push(content);
    else if (href && /^https?:\/\/[^\s<>]+$/.test(href)) {
      links.push(`[${name.replaceAll(/[[\]\\\n]/g, ' ').trim() || href}](${bracketed(href)})`);
      note('file_linked', `${name} (${where})`);
    } else note('file_missing', `${name} (${where})`);
  }
  return { files: found, links };
}

const bracketed = (href: string) => href.replaceAll('(', '%28').replaceAll(')', '%29');

function reactionsOf({ reactions }: SlackMessage, { note }: SlackPlace): SourceReaction[] {
  return (reactions ?? []).flatMap(({ name, users = [] }) => {
    const emoji = emojiOf(name);
    if (emoji === undefined) note('unknown_emoji', `:${name}:`, users.length);
    return emoji === undefined || users.length === 0 ? [] : [{ emoji, byKeys: users }];
  });
}
