import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word of the groups and channels in the console. */
const english = {
  find: 'Find chats',
  findHint: 'Name, topic or address',
  chat: 'Chat',
  kind: 'Kind',
  everyKind: 'Every kind',
  kinds: { group: 'Group', channel: 'Channel' },
  state: 'State',
  everyState: 'All of them',
  states: { active: 'Active', archived: 'Archived', deleted: 'Deleted' },
  members: 'Members',
  messages: 'Messages',
  created: 'Created',
  lastMessage: 'Last message',
  deleted: 'Deleted on',
  owner: 'Owner',
  found: 'Found by',
  finders: { public: 'Everybody', private: 'Who is invited' },
  none: 'No chat is like that',
  noneHint: 'Try another name, or fewer filters.',
  count: (count: number) => (count === 1 ? '1 chat' : `${count} chats`),
  leftOut: (names: string) => `Left out, as it is done already: ${names}.`,
  deeds: {
    archive: {
      name: 'Archive',
      title: (which: string) => `Archive: ${which}?`,
      text: 'Everybody in it can still read it, and nobody writes until it is restored. The chat says that it was you.',
      done: (which: string) => `Archived: ${which}`,
    },
    restore: {
      name: 'Restore',
      title: (which: string) => `Restore: ${which}?`,
      text: 'Its members can write again. The chat says that it was you.',
      done: (which: string) => `Restored: ${which}`,
    },
    remove: {
      name: 'Delete',
      title: (which: string) => `Delete: ${which}?`,
      text: 'It goes at once, for everybody in it, with all that was said. There is no way back: it is kept for 30 days, and read by nobody.',
      done: (which: string) => `Deleted: ${which}`,
    },
  },
  handOver: {
    name: 'Hand over',
    title: (chat: string) => `Hand over: ${chat}`,
    hint: 'To one of its members. Those who are suspended, and bots, are left out.',
    nobody: 'It has no other member who could own it.',
    question: (chat: string, who: string) => `Hand ${chat} over to ${who}?`,
    text: 'They own it then, and can do everything in it. Who owns it now stays as an admin. The chat says that it was you.',
    done: (chat: string, who: string) => `Handed over to ${who}: ${chat}`,
    refused: 'Only a member can own it, who is not suspended and no bot.',
  },
  log: 'What was done to it',
} as const;

export type AdminChatTexts = Words<typeof english>;

export const adminChatTexts = textsOf('adminChats', english);
