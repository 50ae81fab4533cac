import { ChatId } from '@app/contracts';
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
  keptOf,
  rowOf,
  type ChatState,
  type ClientState,
} from './index.js';

const chatId = ChatId.parse('c1');
const [me, ann] = [aUser('me'), aUser('ann')];

/** A chat of so many messages by Ann. */
function aChatOf(count: number): ModelChat {
  const chat = new ModelChat(chatId, [me, ann]);
  for (let n = 1; n <= count; n++) chat.append(ann.id, { text: `@me ${n}` });
  return chat;
}

const listed = (chat: ModelChat) => adoptChat(emptyState(me), chat.chatOf(me.id));
const opened = (chat: ModelChat) => adoptPage(listed(chat), chatId, chat.page({}));
const at = (state: ClientState): ChatState => state.chats.get(chatId)!;
const seqsOf = (state: ClientState) => [...at(state).log.messages.keys()];
const expired = (state: ClientState, chat: ModelChat, seq: number) =>
  applyEvent(state, 'history_expired', chat.expire(seq));

describe('expire', () => {
  it('keeps nothing of what is too old: no message, no count, no line in the list', () => {
    const chat = aChatOf(5);
    const state = expired(opened(chat), chat, 4);
    expect(seqsOf(state)).toEqual([4, 5]);
    expect(at(state).marks).toMatchObject({ unread: 2, mentions: 2, isExact: true });
    expect(comparable(state)).toEqual(comparable(opened(chat)));

    const empty = expired(state, chat, 6);
    expect(seqsOf(empty)).toEqual([]);
    expect(rowOf(at(empty), empty)).toMatchObject({ unread: 0, headSeq: 5, visibleFromSeq: 6 });
    expect(rowOf(at(empty), empty)).not.toHaveProperty('lastMessage');
    expect(comparable(empty)).toEqual(comparable(opened(chat)));
  });

  it('says the same when it is told again, or late', () => {
    const chat = aChatOf(5);
    const state = expired(opened(chat), chat, 4);
    const again = applyEvent(state, 'history_expired', { chatId, visibleFromSeq: 3 });
    expect(again).toBe(state);
  });

  it('takes nothing in of what comes late', () => {
    const chat = aChatOf(3);
    const state = opened(chat);
    const [late, page] = [chat.append(ann.id, { text: '@me late' }), chat.page({})];
    const held = chat.append(ann.id, { text: '@me held' });
    const told = expired(applyEvent(state, 'new_message', held), chat, 6);
    const paged = adoptPage(told, chatId, page);
    const heard = applyEvent(paged, 'new_message', late);
    expect([seqsOf(paged), seqsOf(heard)]).toEqual([[], []]);
    expect(at(heard).log).toMatchObject({ ranges: [], held: new Map(), rev: 5, headSeq: 5 });
    expect(comparable(heard)).toEqual(comparable(opened(chat)));
  });

  it('does not take for missing what is gone', () => {
    const chat = aChatOf(3);
    const before = opened(chat);
    for (const text of ['a', 'b']) chat.append(ann.id, { text });
    // Nothing of it was heard but the end.
    const state = expired(before, chat, 6);
    const caughtUp = adoptChanges(state, chatId, chat.changes(3));
    expect(at(caughtUp).log).toMatchObject({ headSeq: 5, rev: 5 });
    expect(comparable(caughtUp)).toEqual(comparable(opened(chat)));
  });

  it('leaves an answer alone that was given before', () => {
    const chat = aChatOf(5);
    const [row, item] = [chat.chatOf(me.id), chat.syncItemOf(me.id)];
    const state = expired(opened(chat), chat, 4);
    for (const late of [adoptChat(state, row), adoptSync(state, [item])])
      expect(comparable(late)).toEqual(comparable(opened(chat)));
  });

  it('comes to the end of a log though an answer is older than what is too old', () => {
    const chat = aChatOf(2);
    const glancing = listed(chat);
    chat.append(ann.id);
    const row = chat.chatOf(me.id);
    chat.append(ann.id);
    const state = adoptChat(expired(glancing, chat, 5), row);
    const caughtUp = adoptChanges(state, chatId, chat.changes(3));
    expect(at(caughtUp).log).toMatchObject({ headSeq: 4, rev: 4 });
  });

  it('counts a change of something too old for nothing', () => {
    const chat = aChatOf(60);
    // The newest page has not all that is unread: what is gone cannot be counted anew.
    const state = adoptPage(listed(chat), chatId, chat.page({ limit: 10 }));
    const told = expired(state, chat, 5);
    const { unread } = at(told).marks;
    const late = applyEvent(told, 'message_deleted', chat.remove(2, ann.id));
    expect([at(late).marks.unread, at(late).marks.isExact]).toEqual([unread, false]);
  });

  it('hears by the list what it was not told', () => {
    const chat = aChatOf(5);
    const state = opened(chat);
    chat.expire(4);
    for (const late of [
      adoptSync(state, [chat.syncItemOf(me.id)]),
      adoptChat(state, chat.chatOf(me.id)),
    ]) {
      expect(seqsOf(late)).toEqual([4, 5]);
      expect(comparable(late)).toEqual(comparable(opened(chat)));
    }
  });

  it('brings nothing back of what an earlier visit has kept', () => {
    const chat = aChatOf(5);
    const kept = keptOf(opened(chat), chatId, 200)!;
    chat.expire(4);
    const visit = adoptKept(listed(chat), kept);
    expect(seqsOf(visit)).toEqual([4, 5]);
    const offline = adoptSync(adoptKept(emptyState(me), kept), [chat.syncItemOf(me.id)]);
    expect(seqsOf(offline)).toEqual([4, 5]);
    for (const state of [visit, offline])
      expect(comparable(state)).toEqual(comparable(opened(chat)));
  });

  it('has nothing to keep of a chat in which all is too old', () => {
    const chat = aChatOf(5);
    const state = expired(opened(chat), chat, 6);
    expect(keptOf(state, chatId, 200)).toBeNull();
  });
});
