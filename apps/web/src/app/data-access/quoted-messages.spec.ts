import { TestBed } from '@angular/core/testing';
import { applyEvent } from '@app/chat-state';
import type { Message, MessageId } from '@app/contracts';
import type { ConnectionNews } from '@app/web-realtime';
import { ada, aMessage } from '../chats/testing/builders';
import { FakeChatStore, provideFakes } from '../chats/testing/fake-chat-store';
import { ChatClient } from './chat-client';
import { ChatSync } from './chat-sync';
import { QuotedMessages } from './quoted-messages';

const old = aMessage({ seq: 1, text: 'The plan' });
const reply = aMessage({ seq: 900, replyTo: old.id });

/** A reply to something far away is open. `stored`: what the server answers. */
async function theQuotes(stored: { now: readonly Message[] }) {
  const store = new FakeChatStore();
  const listeners = new Set<(news: ConnectionNews) => void>();
  const listen = (listener: (news: ConnectionNews) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const asked: (readonly MessageId[])[] = [];
  const messages = (ids: readonly MessageId[]) => {
    asked.push(ids);
    return Promise.resolve(stored.now);
  };
  TestBed.configureTestingModule({
    providers: [
      provideFakes(store),
      QuotedMessages,
      { provide: ChatClient, useValue: { ...store.client, connection: { listen } } },
      { provide: ChatSync, useValue: { archive: { messages } } },
    ],
  });
  store.chatId.set(old.chatId);
  store.messages.set([reply]);
  const quoted = TestBed.inject(QuotedMessages);
  const come = async (): Promise<void> => {
    TestBed.tick();
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  await come();
  const hear = (news: ConnectionNews) => listeners.forEach((listener) => listener(news));
  return { store, asked, hear, come, texts: () => [...quoted.all().values()].map((m) => m.text) };
}

describe('QuotedMessages', () => {
  it('asks once for what is answered and not loaded', async () => {
    const { store, asked, come, texts } = await theQuotes({ now: [old] });
    store.messages.set([aMessage({ seq: 899 }), reply]);
    await come();
    expect([asked, texts()]).toEqual([[[old.id]], ['The plan']]);
  });

  it('asks anew when the line is back: what became of it meanwhile, nobody has told', async () => {
    const stored = { now: [old] };
    const { hear, come, texts } = await theQuotes(stored);
    stored.now = [{ ...old, rev: 950, text: '', deletedAt: old.createdAt }];
    hear({ kind: 'ready' });
    await come();
    expect(texts()).toEqual(['']);
  });

  it('shows nothing of what I have deleted for myself, whatever comes of it', async () => {
    const { store, hear, texts } = await theQuotes({ now: [{ ...old, text: '', isHidden: true }] });
    expect(texts()).toEqual([]);
    const hidden = { chatId: old.chatId, seq: old.seq };
    store.client.state.set(applyEvent(store.client.state(), 'message_hidden', hidden));
    const reactions = [{ emoji: '👍', userIds: [ada.id] }];
    const event = { ...old, rev: 950, reactions };
    hear({ kind: 'event', name: 'message_edited', event });
    expect(texts()).toEqual([]);
  });
});
