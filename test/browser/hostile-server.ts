import type { Page } from '@playwright/test';
import { hostileTexts } from '@app/contracts/testing';
import type {
  Chat,
  ChatId,
  ChatPage,
  DirectoryEntry,
  DirectoryPage,
  FileId,
  FileLink,
  FileLinks,
  MemberPage,
  Message,
  MessagePage,
  SyncPage,
  User,
  UserId,
  UserList,
  UserPage,
} from '@app/contracts';

/** As names are: one line, and not a long one. */
export const hostileNames: readonly string[] = hostileTexts.map((text) =>
  text.replace(/\s+/g, ' ').slice(0, 80).trim(),
);
/** All of them, as one chat alone is called. */
export const everyName = hostileNames.join(' ');

/**
 * Has the server of a page say a hostile text in the place of each name, topic and address, those
 * that it refuses to take as well: so all of them are on a screen for one question. This chat is
 * called by all of them, and so are its topic and its address. Beside it, there are a chat, a
 * channel to join and a person for each; whoever has written into the chat is one of these, and a
 * file of such a name came with each message.
 */
export async function takeOver(page: Page, chatId: string): Promise<void> {
  const isIt = ({ id }: Chat) => id === chatId;
  await answer<ChatPage>(page, 'chats', (all) => {
    const model = all.items.find(isIt);
    const others = model ? hostileNames.map((_, index) => chatLike(model, index)) : [];
    return {
      ...all,
      items: [...all.items.map((chat) => (isIt(chat) ? called(chat) : chat)), ...others],
    };
  });
  await answer<Chat>(page, `chats/${chatId}`, called);
  await answer<SyncPage>(page, 'sync', (all) => {
    const model = all.items.find((item) => item.chatId === chatId)!;
    const others = hostileNames.map((_, index) => ({ ...model, chatId: idOf(index) as ChatId }));
    return { ...all, items: [...all.items, ...others] };
  });
  await answer<MessagePage>(page, `messages/${chatId}`, (all) => ({
    ...all,
    items: all.items.map((message) =>
      message.kind === 'text' ? withFile(disowned(message)) : message,
    ),
  }));
  await page.route(
    (url) => url.pathname === '/api/files/links',
    (route) => route.fulfill({ json: linksTo(new URL(route.request().url()).searchParams) }),
  );
  await answer<MemberPage>(page, `chats/${chatId}/members`, (all) => ({
    ...all,
    items: [...all.items, ...people.map((user) => ({ ...all.items[0]!, user }))],
  }));
  await answer<DirectoryPage>(page, 'chats/directory', (all) => ({ ...all, items: channels }));
  await answer<UserPage>(page, 'users/search', (all) => ({ ...all, items: people }));
  await answer<UserList>(page, 'users/lookup', ({ items }, asked) => {
    const ids = new Set(asked.get('ids')?.split(','));
    return { items: [...items, ...people.filter(({ id }) => ids.has(id))] };
  });
}

const idOf = (index: number): string => `hostile-${index}`;

const people = hostileNames.map((name, index): User => ({
  id: idOf(index) as UserId,
  username: name,
  name,
  role: 'member',
  status: 'offline',
}));

const channels = hostileNames.map((name, index): DirectoryEntry => ({
  id: idOf(index) as ChatId,
  slug: name,
  name,
  topic: name,
  visibility: 'public',
  memberCount: 2,
  isMember: false,
}));

function called(chat: Chat): Chat {
  const memberCount = 1 + people.length;
  return { ...chat, name: everyName, topic: everyName, slug: everyName, memberCount };
}

function chatLike(model: Chat, index: number): Chat {
  const [id, name] = [idOf(index) as ChatId, hostileNames[index]!];
  const said = { chatId: id, kind: 'text' as const, text: hostileTexts[index]! };
  const lastMessage = disowned({ ...model.lastMessage!, ...said }, index);
  return { ...model, id, name, topic: name, slug: name, lastMessage };
}

/** It was somebody else who said it. */
function disowned(message: Message, index = message.seq % people.length): Message {
  return { ...message, senderId: idOf(index) as UserId };
}

/** A file that is called so came with it. */
function withFile(message: Message): Message {
  const index = message.seq % hostileNames.length;
  const file = { name: hostileNames[index]!, mime: 'application/zip', size: 900 };
  return { ...message, files: [{ ...file, id: idOf(index) as FileId }] };
}

function linksTo(asked: URLSearchParams): FileLinks {
  const items = asked
    .get('ids')!
    .split(',')
    .map((id): FileLink => ({
      id: id as FileId,
      url: `/api/files/${id}?signature=s`,
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      preview: 'none',
      previews: [],
    }));
  return { items };
}

/** What is said to a question is changed on the way. */
async function answer<T>(
  page: Page,
  path: string,
  change: (said: T, asked: URLSearchParams) => T,
): Promise<void> {
  await page.route(
    (url) => url.pathname === `/api/${path}`,
    async (route) => {
      const response = await route.fetch();
      const asked = new URL(route.request().url()).searchParams;
      await route.fulfill({ response, json: change((await response.json()) as T, asked) });
    },
  );
}
