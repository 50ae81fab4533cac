import 'fake-indexeddb/auto';
import type { KeptChat } from '@app/chat-state';
import { ChatId } from '@app/contracts';
import { aChat, aMessage } from '@app/contracts/testing';
import { openDB } from 'idb';
import { IndexedDbKeptChats } from './indexed-db-kept-chats';

let made = 0;
const aName = (): string => `kept-${++made}`;

function kept(name: string, text = name): KeptChat {
  const id = ChatId.parse(name);
  const messages = [aMessage({ chatId: id, seq: 1, rev: 1, text })];
  return { chat: aChat({ id, headSeq: 1, headRev: 1 }), messages, people: [] };
}

const textOf = async (chats: IndexedDbKeptChats, name: string): Promise<string | undefined> =>
  (await chats.load(ChatId.parse(name)))?.messages[0]?.text;

describe('IndexedDbKeptChats', () => {
  afterEach(() => jest.restoreAllMocks());

  it('gives back what was kept last, also on another visit', async () => {
    const name = aName();
    const chats = await IndexedDbKeptChats.create(name);
    await chats.save([kept('a'), kept('b')]);
    await chats.save([kept('a', 'later')]);
    const later = await IndexedDbKeptChats.create(name);
    expect([await textOf(later, 'a'), await textOf(later, 'b')]).toEqual(['later', 'b']);
    expect(await textOf(later, 'c')).toBeUndefined();
  });

  it('keeps the fifty that were seen last', async () => {
    const chats = await IndexedDbKeptChats.create(aName());
    const now = jest.spyOn(Date, 'now');
    for (let n = 0; n < 52; n++) {
      now.mockReturnValue(n);
      await chats.save([kept(`chat-${n}`)]);
    }
    expect(await textOf(chats, 'chat-1')).toBeUndefined();
    expect(await textOf(chats, 'chat-2')).toBe('chat-2');
    expect(await textOf(chats, 'chat-51')).toBe('chat-51');
  });

  it('does not take older news for newer', async () => {
    const chats = await IndexedDbKeptChats.create(aName());
    const { chat, messages, people } = kept('a', 'newer');
    await chats.save([{ chat: { ...chat, headRev: 7 }, messages, people }]);
    await chats.save([kept('a', 'of a tab that slept')]);
    expect(await textOf(chats, 'a')).toBe('newer');
  });

  it('forgets single ones, and all of them for good', async () => {
    const name = aName();
    const chats = await IndexedDbKeptChats.create(name);
    await chats.save([kept('a'), kept('b')]);
    await chats.remove([ChatId.parse('a'), ChatId.parse('unknown')]);
    expect([await textOf(chats, 'a'), await textOf(chats, 'b')]).toEqual([undefined, 'b']);
    await chats.clear();
    await chats.save([kept('c')]);
    const later = await IndexedDbKeptChats.create(name);
    expect([await textOf(later, 'b'), await textOf(later, 'c')]).toEqual([undefined, undefined]);
  });

  it('begins anew where a newer version has been', async () => {
    const name = aName();
    (await openDB(name, 99)).close();
    const chats = await IndexedDbKeptChats.create(name);
    await chats.save([kept('a')]);
    expect(await textOf(chats, 'a')).toBe('a');
  });
});
