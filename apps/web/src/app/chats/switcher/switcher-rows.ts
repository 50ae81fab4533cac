import type { ChatId, DirectoryEntry, User, UserId } from '@app/contracts';
import type { IconName } from '@app/web-ui';
import type { ChatRow } from '../../data-access/chat-views';
import { titleOf } from '../chat-list/last-line';
import type { Command, CommandId } from '../commands/commands';
import { handleOf } from '../people/handle';
import { findText, type TextFound, type TextPart } from './find-text';
import { switcherTexts } from './switcher-texts';

export type SwitcherTarget =
  | { readonly kind: 'chat'; readonly chat: ChatRow }
  | { readonly kind: 'person'; readonly person: User }
  | { readonly kind: 'channel'; readonly channel: DirectoryEntry }
  | { readonly kind: 'command'; readonly id: CommandId; readonly icon: IconName }
  /** What was typed, among what was said. */
  | { readonly kind: 'messages' };

/** `id` is unique among all rows and may be an element's. `aside`: what tells twins apart. */
export interface SwitcherRow {
  readonly id: string;
  readonly parts: readonly TextPart[];
  readonly aside: string;
  readonly target: SwitcherTarget;
}

export interface SwitcherSection {
  readonly name: keyof typeof switcherTexts.sections;
  readonly rows: readonly SwitcherRow[];
}

/** What there is to choose from. `chats`: the latest first. `channels`: as found by the server. */
export interface SwitcherSource {
  readonly query: string;
  readonly chats: readonly ChatRow[];
  readonly openChatId: ChatId | null;
  readonly me: UserId | undefined;
  readonly people: Iterable<User>;
  readonly channels: readonly DirectoryEntry[];
  readonly commands: readonly Command[];
  /** Messages can be looked through now. */
  readonly canSearch: boolean;
}

/** More of a kind are not looked at: another letter is faster. */
const most = { recent: 7, chats: 7, people: 5, channels: 5, commands: 6 } as const;

/** The rows in sections; empty ones fall away. Without a query: where one was last, what to do. */
export function switcherSections(source: SwitcherSource): readonly SwitcherSection[] {
  const sections: readonly SwitcherSection[] =
    source.query.trim() === ''
      ? [
          { name: 'recent', rows: recentRows(source) },
          { name: 'commands', rows: commandRows(source) },
        ]
      : [
          { name: 'chats', rows: chatRows(source) },
          { name: 'people', rows: personRows(source) },
          { name: 'channels', rows: channelRows(source) },
          { name: 'commands', rows: commandRows(source) },
          { name: 'messages', rows: source.canSearch ? [messagesRow(source)] : [] },
        ];
  return sections.filter(({ rows }) => rows.length > 0);
}

/** What waits first, then the latest; the open chat is where one is already. */
function recentRows({ chats, openChatId }: SwitcherSource): readonly SwitcherRow[] {
  const others = chats.filter(({ id, isArchived }) => id !== openChatId && !isArchived);
  const waits = (chat: ChatRow): boolean => chat.section === 'unread';
  const sorted = [...others.filter(waits), ...others.filter((chat) => !waits(chat))];
  return sorted.slice(0, most.recent).map((chat) => chatRow(chat, findText('', titleOf(chat))!));
}

function chatRows({ query, chats }: SwitcherSource): readonly SwitcherRow[] {
  return best(chats, most.chats, (chat) => {
    const found = findText(query, titleOf(chat), chat.peer?.username);
    if (!found) return null;
    // What waits, and what is still in use, wins among equals.
    const bonus = (chat.section === 'unread' ? 0.5 : 0) - (chat.isArchived ? 1 : 0);
    return { score: found.score + bonus, row: chatRow(chat, found) };
  });
}

/** Those I have no direct chat with: with the others there is a chat to find. */
function personRows({ query, chats, me, people }: SwitcherSource): readonly SwitcherRow[] {
  const known = new Set([me, ...chats.map(({ peer }) => peer?.id)]);
  return best(people, most.people, (person) => {
    if (known.has(person.id)) return null;
    const found = findText(query, person.name, person.username);
    const row = found && {
      id: `person-${person.id}`,
      parts: found.parts,
      aside: handleOf(person),
      target: { kind: 'person' as const, person },
    };
    return row && { score: found.score, row };
  });
}

/** The server has found them, maybe by their address: none is left out for its name. */
function channelRows({ query, chats, channels }: SwitcherSource): readonly SwitcherRow[] {
  const mine = new Set(chats.map(({ id }) => id));
  const others = channels.filter(({ id, isMember }) => !isMember && !mine.has(id));
  return others.slice(0, most.channels).map((channel) => ({
    id: `channel-${channel.id}`,
    parts: (findText(query, channel.name) ?? findText('', channel.name)!).parts,
    aside: switcherTexts.people(channel.memberCount),
    target: { kind: 'channel', channel },
  }));
}

function commandRows({ query, commands }: SwitcherSource): readonly SwitcherRow[] {
  return best(commands, most.commands, ({ id, label, icon }) => {
    const found = findText(query, label);
    const row = found && {
      id: `command-${id}`,
      parts: found.parts,
      aside: '',
      target: { kind: 'command' as const, id, icon },
    };
    return row && { score: found.score, row };
  });
}

function messagesRow({ query }: SwitcherSource): SwitcherRow {
  const text = switcherTexts.searchFor(query.trim());
  const target = { kind: 'messages' } as const;
  return { id: 'messages', parts: [{ text, isHit: false }], aside: '', target };
}

function chatRow(chat: ChatRow, { parts }: TextFound): SwitcherRow {
  const aside = chat.peer ? handleOf(chat.peer) : '';
  return { id: `chat-${chat.id}`, parts, aside, target: { kind: 'chat', chat } };
}

/** The best `count` of them; among equals the order stays. */
function best<T>(
  all: Iterable<T>,
  count: number,
  rate: (one: T) => { readonly score: number; readonly row: SwitcherRow } | null,
): readonly SwitcherRow[] {
  return [...all]
    .flatMap((one) => rate(one) ?? [])
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ row }) => row);
}
