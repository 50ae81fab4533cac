import type { CallSummary, Message, SystemEvent, UserId } from '@app/contracts';
import { textsOf } from '../language/texts';
import type { Words } from '../language/words';
import { durationWords } from './files/file-shapes';

/** What the lines that nobody wrote say. */
const english = {
  created: (who: string, what: string) => `${who} created ${what}`,
  kinds: { direct: 'this chat', group: 'the group', channel: 'the channel' },
  added: (who: string, whom: string) => `${who} added ${whom}`,
  /** How many more were added than are named: three at least. */
  others: (count: number) => `${count} others`,
  joined: (who: string) => `${who} joined`,
  left: (who: string) => `${who} left`,
  removed: (who: string, whom: string) => `${who} removed ${whom}`,
  role: (who: string, whom: string, role: string) => `${who} made ${whom} ${role}`,
  roles: { owner: 'the owner', admin: 'an admin', member: 'a member', readonly: 'a reader' },
  handedOver: (who: string, whom: string) => `${who} handed the chat over to ${whom}`,
  renamed: (who: string, name: string) => `${who} named the chat “${name}”`,
  topic: (who: string, topic: string) => `${who} set the topic: ${topic}`,
  noTopic: (who: string) => `${who} removed the topic`,
  picture: (who: string) => `${who} changed the chat’s picture`,
  noPicture: (who: string) => `${who} removed the chat’s picture`,
  archived: (who: string) => `${who} archived the chat`,
  restored: (who: string) => `${who} brought the chat back`,
  changed: (who: string) => `${who} changed the chat’s settings`,
  deleted: (who: string) => `${who} deleted the chat`,
  /** `what`: how long they talked, or what became of it. */
  called: (who: string, what: string) => `${who} called · ${what}`,
  unheard: {
    missed: 'no answer',
    declined: 'declined',
    busy: 'busy',
    cancelled: 'cancelled',
    failed: 'no connection',
  },
} as const;

export type SystemTexts = Words<typeof english>;

export const systemTexts = textsOf('system', english);

const texts = systemTexts;

type NameOf = (id: UserId) => string;

/** As many are named; of one or two more, the names are as short as their number. */
const NAMED = 4;
const NAMED_AT_MOST = NAMED + 2;

/** Whether nobody wrote it: it is a line of its own. */
export const isEvent = ({ kind, call }: Message): boolean => kind === 'system' || !!call;

/** What nobody wrote, in words. `join`: "Ada, Mira and Jonas", in the person's language. */
export function systemWords(
  message: Message,
  nameOf: NameOf,
  join: (names: readonly string[]) => string,
): string {
  const { system: event, call } = message;
  if (call) return callWords(call, nameOf(message.senderId));
  return event ? wordsOf(event, nameOf(message.senderId), nameOf, join) : message.text;
}

function wordsOf(
  event: SystemEvent,
  who: string,
  nameOf: NameOf,
  join: (names: readonly string[]) => string,
): string {
  switch (event.type) {
    case 'chat_created':
      return texts.created(who, texts.kinds[event.kind]);
    case 'members_added':
      return texts.added(who, join(shorten(event.userIds.map(nameOf))));
    case 'member_joined':
      return texts.joined(who);
    case 'member_left':
      return texts.left(who);
    case 'member_removed':
      return texts.removed(who, nameOf(event.userId));
    case 'role_changed':
      return texts.role(who, nameOf(event.userId), texts.roles[event.role]);
    case 'handed_over':
      return texts.handedOver(who, nameOf(event.userId));
    case 'traits_changed':
      return changeWords(event.changes, who);
    case 'chat_deleted':
      return texts.deleted(who);
  }
}

function callWords({ reason, seconds }: CallSummary, who: string): string {
  const isHeard = reason === 'completed';
  return texts.called(who, isHeard ? durationWords(seconds * 1000) : texts.unheard[reason]);
}

function shorten(names: readonly string[]): readonly string[] {
  if (names.length <= NAMED_AT_MOST) return names;
  return [...names.slice(0, NAMED), texts.others(names.length - NAMED)];
}

function changeWords(
  { name, topic, avatar, isArchived }: Extract<SystemEvent, { type: 'traits_changed' }>['changes'],
  who: string,
): string {
  if (name !== undefined) return texts.renamed(who, name);
  if (topic !== undefined) return topic === '' ? texts.noTopic(who) : texts.topic(who, topic);
  if (avatar !== undefined) return avatar ? texts.picture(who) : texts.noPicture(who);
  if (isArchived !== undefined) return isArchived ? texts.archived(who) : texts.restored(who);
  return texts.changed(who);
}
