import { signal } from '@angular/core';
import {
  adoptChat,
  adoptPage,
  applyEvent,
  emptyState,
  type ClientState,
  type KeptChat,
} from '@app/chat-state';
import { ChatId } from '@app/contracts';
import { aUser, ModelChat } from '@app/contracts/testing';
import { KeptChats } from '@app/web-realtime';
import { ChatKeeper } from './chat-keeper';

const chatId = ChatId.parse('c1');
const [me, ann] = [aUser('me'), aUser('ann')];

/** In memory; `done`: what was asked of it, in its order. */
class NotedChats extends KeptChats {
  readonly done: string[] = [];
  readonly chats = new Map<ChatId, KeptChat>();

  load(id: ChatId): Promise<KeptChat | undefined> {
    return Promise.resolve(this.chats.get(id));
  }

  save(chats: readonly KeptChat[]): Promise<void> {
    for (const kept of chats) {
      this.done.push(`save ${kept.messages.map(({ seq }) => seq).join(' ')}`);
      this.chats.set(kept.chat.id, kept);
    }
    return Promise.resolve();
  }

  remove(ids: readonly ChatId[]): Promise<void> {
    this.done.push(`remove ${ids.join(' ')}`);
    for (const id of ids) this.chats.delete(id);
    return Promise.resolve();
  }

  clear(): Promise<void> {
    this.chats.clear();
    return Promise.resolve();
  }
}

/** A chat of three messages that was opened, and is kept. */
async function aKeptChat() {
  const chat = new ModelChat(chatId, [me, ann]);
  for (const text of ['one', 'two', 'three']) chat.append(ann.id, { text });
  const listed = adoptChat(emptyState(me), chat.chatOf(me.id));
  const state = signal<ClientState>(adoptPage(listed, chatId, chat.page({})));
  const kept = new NotedChats();
  const open = () => Promise.resolve(kept);
  const refused = jest.fn();
  const keeper = new ChatKeeper({ state, isCurrent: () => true, open, refused });
  const stop = keeper.follow();
  /** What it does about a state, once its time has come. */
  const doneAbout = async (next: ClientState): Promise<string[]> => {
    state.set(next);
    kept.done.length = 0;
    await jest.advanceTimersByTimeAsync(1000);
    return [...kept.done];
  };
  expect(await doneAbout(state())).toEqual(['save 1 2 3']);
  const expired = (seq: number) => applyEvent(state(), 'history_expired', chat.expire(seq));
  return { state, kept, stop, doneAbout, expired };
}

describe('ChatKeeper', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('keeps nothing of what has become too old, and what is left anew', async () => {
    const { kept, stop, doneAbout, expired } = await aKeptChat();
    expect(await doneAbout(expired(3))).toEqual(['remove c1', 'save 3']);
    expect(kept.chats.get(chatId)?.chat).toMatchObject({ visibleFromSeq: 3 });
    expect(kept.chats.get(chatId)?.messages.map(({ text }) => text)).toEqual(['three']);
    stop();
  });

  it('keeps nothing of a chat in which all has become too old', async () => {
    const { kept, stop, doneAbout, expired } = await aKeptChat();
    await doneAbout(expired(4));
    expect(JSON.stringify([...kept.chats])).not.toMatch(/one|two|three/);
    stop();
  });

  it('writes nothing about what did not change', async () => {
    const { state, stop, doneAbout } = await aKeptChat();
    expect(await doneAbout(state())).toEqual([]);
    stop();
  });
});
