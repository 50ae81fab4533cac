import { ChatId, ClientMsgId } from '@app/contracts';
import { aUser, ModelChat } from '@app/contracts/testing';
import {
  adoptChanges,
  adoptChat,
  adoptKept,
  adoptPage,
  adoptSync,
  applyEvent,
  comparable,
  emptyState,
  gapOf,
  keptOf,
  syncPlan,
  windowOf,
  type ClientState,
} from './index.js';

const chatId = ChatId.parse('c1');
const [me, ann] = [aUser('me'), aUser('ann')];

function aChat(length: number): ModelChat {
  const chat = new ModelChat(chatId, [me, ann]);
  for (let n = 1; n <= length; n++) say(chat, `old ${n}`);
  return chat;
}

function say(chat: ModelChat, text: string) {
  return chat.append(ann.id, { text, clientMsgId: ClientMsgId.parse(text.replace(' ', '-')) });
}

/** What a client knows that has just fetched the chat and its newest page. */
function fetched(chat: ModelChat): ClientState {
  const listed = adoptChat(emptyState(me), chat.chatOf(me.id));
  return adoptPage(listed, chatId, chat.page({ limit: 50 }));
}

function logOf(state: ClientState) {
  return state.chats.get(chatId)!.log;
}

describe('adoptKept', () => {
  it('gives the newest messages back as they were, also before anything else is known', () => {
    const state = fetched(aChat(60));
    const kept = keptOf(state, chatId, 20)!;
    const back = adoptKept(emptyState(me), kept);
    expect(windowOf(logOf(back)).map(({ text }) => text)).toEqual(
      Array.from({ length: 20 }, (_, n) => `old ${n + 41}`),
    );
    expect(gapOf(logOf(back))).toBeNull();
    expect(keptOf(back, chatId, 20)).toEqual(kept);
  });

  it('leaves a gap to where the chat has come since, which its changes close', () => {
    const chat = aChat(30);
    const kept = keptOf(fetched(chat), chatId, 200)!;
    chat.edit(30, 'corrected');
    say(chat, 'new 31');
    chat.remove(2, ann.id);
    chat.read(me.id, 10);
    const listed = adoptChat(emptyState(me), chat.chatOf(me.id));

    const behind = adoptKept(listed, kept);
    expect(windowOf(logOf(behind)).at(-1)?.text).toBe('old 30');
    expect(gapOf(logOf(behind))).toEqual({ afterRev: 30, beforeRev: 34 });
    expect(syncPlan(behind, [chat.syncItemOf(me.id)]).behind).toEqual([chatId]);
    const whole = adoptChanges(behind, chatId, chat.changes(30));
    expect(comparable(whole)).toEqual(comparable(fetched(chat)));
  });

  it('holds what came before it was read', () => {
    const chat = aChat(5);
    const kept = keptOf(fetched(chat), chatId, 200)!;
    const overtaken = applyEvent(emptyState(me), 'new_message', say(chat, 'new 6'));
    const state = adoptKept(overtaken, kept);
    expect(comparable(state)).toEqual(comparable(fetched(chat)));
  });

  it('changes nothing where something is loaded, or the chat is hidden from me', () => {
    const chat = aChat(5);
    const kept = keptOf(fetched(chat), chatId, 200)!;
    say(chat, 'new 6');
    const now = fetched(chat);
    expect(windowOf(logOf(adoptKept(now, kept))).at(-1)?.text).toBe('new 6');

    const known = adoptChat(emptyState(me), kept.chat);
    const hidden = applyEvent(known, 'message_hidden', { chatId, seq: 3 });
    expect(logOf(adoptKept(hidden, kept)).messages.get(3)?.text).toBe('');
  });

  it('is gone with the chat when that is no longer mine', () => {
    const kept = keptOf(fetched(aChat(5)), chatId, 200)!;
    expect(adoptSync(adoptKept(emptyState(me), kept), []).chats.size).toBe(0);
  });
});

describe('keptOf', () => {
  it('is null where nothing is loaded', () => {
    const listed = adoptChat(emptyState(me), aChat(5).chatOf(me.id));
    expect(keptOf(listed, chatId, 200)).toBeNull();
    expect(keptOf(emptyState(me), chatId, 200)).toBeNull();
  });
});
