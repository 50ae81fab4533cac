import { mentionsIn } from '@app/chat-state';
import type { Message, SearchHas, SearchIs, UserId } from '@app/contracts';
import { wordsOf } from './words.js';

/** What a message is, besides its words. No word begins like it. */
export type Facet = `\u0001${string}`;

/** Terms of one message: as many as the longest has. */
const maxTerms = 3000;

const link = /https?:\/\/\S|(?:^|\s)www\.\S/i;

/** Of every message that can be found. */
export const findable: Facet = '\u0001all';
export const sentBy = (userId: UserId): Facet => `\u0001from:${userId}`;
/** `username` without case. */
export const mentioning = (username: string): Facet => `\u0001mentions:${username.toLowerCase()}`;
export const holding = (what: SearchHas): Facet => `\u0001has:${what}`;
export const being = (what: SearchIs): Facet => `\u0001is:${what}`;

/** Whether it is something that people look for; what a chat says of itself is not. */
export const isFindable = ({ kind, deletedAt, isHidden }: Message): boolean =>
  kind !== 'system' && kind !== 'call' && deletedAt === undefined && !isHidden;

/** By which an index finds a message: each once. None of one that is not to be found. */
export function termsOf(message: Message): string[] {
  if (!isFindable(message)) return [];
  const terms = new Set<string>(facetsOf(message));
  for (const text of textsOf(message))
    for (const word of wordsOf(text)) for (const term of word.terms) terms.add(term);
  return [...terms].slice(0, maxTerms);
}

/** What of a message is read: what was said, and what its files are called. */
export const textsOf = ({ text, files = [] }: Message): string[] => [
  text,
  ...files.map(({ name }) => name),
];

export function facetsOf(message: Message): Facet[] {
  const { senderId, text } = message;
  const mentions = [...mentionsIn(text)].map(mentioning);
  return [findable, sentBy(senderId), ...mentions, ...contents(message), ...states(message)];
}

function contents({ kind, text, files = [], reactions = [] }: Message): Facet[] {
  const has = (what: SearchHas, isSo: boolean) => (isSo ? [holding(what)] : []);
  const ofType = (type: string) => files.some(({ mime }) => mime.startsWith(`${type}/`));
  return [
    ...has('link', link.test(text)),
    ...has('file', files.length > 0),
    ...has('image', ofType('image')),
    ...has('video', ofType('video')),
    ...has('audio', kind !== 'voice' && ofType('audio')),
    ...has('voice', kind === 'voice'),
    ...has('reaction', reactions.length > 0),
  ];
}

function states({ editedAt, replyTo, pinnedAt }: Message): Facet[] {
  const is = (what: SearchIs, isSo: boolean) => (isSo ? [being(what)] : []);
  return [
    ...is('edited', editedAt !== undefined),
    ...is('reply', replyTo !== undefined),
    ...is('pinned', pinnedAt !== undefined),
  ];
}
