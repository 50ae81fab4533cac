import { ChatId, type ServerEvent } from '@app/contracts';
import { aChangePage, aChat, aMessage, aMessagePage, aUser } from '@app/contracts/testing';
import {
  adoptChanges,
  adoptChat,
  adoptPage,
  applyEvent,
  completeTo,
  emptyState,
  gapOf,
  keepLoaded,
  startOver,
  windowOf,
  type ChatLog,
  type ClientState,
} from './index.js';
import { MAX_HELD } from './chat-changes.js';

const chatId = ChatId.parse('c1');
const me = aUser('me');
const start = (): ClientState => adoptChat(emptyState(me), aChat());
const created = (seq: number, rev = seq) => aMessage({ seq, rev });
const edited = (seq: number, rev: number) =>
  aMessage({ seq, rev, text: `Edited in ${rev}`, editedAt: '2026-03-02T11:05:00.000Z' });

const say = (state: ClientState, message: ServerEvent<'new_message'>): ClientState =>
  applyEvent(state, 'new_message', message);
const after = (messages: readonly ServerEvent<'new_message'>[], state = start()): ClientState =>
  messages.reduce(say, state);
const logOf = (state: ClientState): ChatLog => state.chats.get(chatId)!.log;
const texts = (state: ClientState) => windowOf(logOf(state)).map((m) => m.text);

describe('applyEvent on a log', () => {
  it('applies the next change', () => {
    const state = after([created(1), created(2), edited(1, 3)]);
    expect(texts(state)).toEqual(['Edited in 3', 'Message 2']);
    expect(logOf(state).rev).toBe(3);
  });

  it('keeps the slot of a deleted message', () => {
    const deleted = aMessage({ seq: 1, rev: 3, text: '', deletedAt: '2026-03-02T11:06:00.000Z' });
    const state = applyEvent(after([created(1), created(2)]), 'message_deleted', deleted);
    expect(windowOf(logOf(state)).map((m) => m.deletedAt !== undefined)).toEqual([true, false]);
  });

  it('returns the same object for a change that is already in', () => {
    const state = after([created(1), created(2)]);
    expect(say(state, created(1))).toBe(state);
  });

  it('holds what came too early and names the gap', () => {
    const state = after([created(1), created(4), created(3)]);
    expect(texts(state)).toEqual(['Message 1']);
    expect(gapOf(logOf(state))).toEqual({ afterRev: 1, beforeRev: 3 });
    expect(completeTo(logOf(state))).toBe(1);
  });

  it('closes the gap with the one event that was missing', () => {
    const state = after([created(1), created(3), created(4), created(2)]);
    expect(texts(state)).toEqual(['Message 1', 'Message 2', 'Message 3', 'Message 4']);
    expect(gapOf(logOf(state))).toBeNull();
  });

  it('counts a change that it may not see as applied', () => {
    const early = after([created(1), created(2, 3)]);
    const state = applyEvent(early, 'chat_advanced', { chatId, rev: 2 });
    expect(texts(state)).toEqual(['Message 1', 'Message 2']);
  });

  it('bounds what it holds and keeps what is needed first', () => {
    const early = Array.from({ length: MAX_HELD + 50 }, (_, i) => created(i + 3));
    const state = after(early.toReversed());
    expect(logOf(state).held.size).toBe(MAX_HELD);
    expect(gapOf(logOf(state))).toEqual({ afterRev: 0, beforeRev: 3 });
  });

  it('holds the events of a chat that it does not know yet', () => {
    const early = after([created(3), edited(1, 4)], emptyState(me));
    const known = adoptChat(early, aChat({ headSeq: 2, headRev: 2 }));
    expect([logOf(known).rev, texts(known)]).toEqual([4, ['Message 3']]);
  });

  it('knows of a gap when the server tells of a later head', () => {
    const state = after([created(1)]);
    const told = applyEvent(state, 'chat_head', { chatId, headSeq: 3, headRev: 4 });
    expect(gapOf(logOf(told))).toEqual({ afterRev: 1, beforeRev: 5 });
    expect(applyEvent(told, 'chat_head', { chatId, headSeq: 1, headRev: 1 })).toBe(told);
  });

  it('shows nothing of what I have hidden, whatever comes of it', () => {
    const hidden = applyEvent(after([created(1)]), 'message_hidden', { chatId, seq: 1 });
    const state = applyEvent(hidden, 'message_edited', edited(1, 2));
    expect(windowOf(logOf(state))).toMatchObject([{ text: '', isHidden: true, rev: 2 }]);
  });
});

describe('adoptChat', () => {
  const at = (seq: number) => `2026-03-02T11:0${seq}:00.000Z`;
  const spoken = (seq: number, rev = seq) => aMessage({ seq, rev, createdAt: at(seq) });
  const answer = (seq: number, rev = seq) => {
    const lastMessage = spoken(seq, rev);
    return aChat({ lastMessage, updatedAt: at(seq), headSeq: seq, headRev: rev });
  };
  const row = (state: ClientState) => {
    const { lastMessage, updatedAt } = state.chats.get(chatId)!.info!;
    return [lastMessage?.seq, lastMessage?.rev, updatedAt];
  };

  it('keeps the row of the list that events have told since the answer was given', () => {
    const known = adoptChat(emptyState(me), answer(1));
    const told = say(known, spoken(2));
    expect(row(adoptChat(told, answer(1)))).toEqual([2, 2, at(2)]);
    const corrected = applyEvent(told, 'message_edited', spoken(2, 3));
    expect(row(adoptChat(corrected, answer(2)))).toEqual([2, 3, at(2)]);
    expect(row(adoptChat(corrected, answer(4)))).toEqual([4, 4, at(4)]);
    expect(row(adoptChat(corrected, answer(3, 2)))).toEqual([3, 2, at(3)]);
  });
});

describe('adoptPage', () => {
  const page = (...seqs: number[]) =>
    aMessagePage(
      seqs.map((seq) => created(seq)),
      { headSeq: 9, headRev: 9 },
    );
  const known = () => adoptChat(emptyState(me), aChat({ headSeq: 9, headRev: 9 }));

  it('joins the window that grows with live events', () => {
    const state = after([created(10)], adoptPage(known(), chatId, page(8, 9)));
    expect(texts(adoptPage(state, chatId, page(6, 7)))).toHaveLength(5);
  });

  it('keeps a window in the past apart until it touches', () => {
    let state = adoptPage(adoptPage(known(), chatId, page(8, 9)), chatId, page(2, 3));
    expect(windowOf(logOf(state), 3).map((m) => m.seq)).toEqual([2, 3]);
    expect(windowOf(logOf(state)).map((m) => m.seq)).toEqual([8, 9]);
    state = adoptPage(state, chatId, page(4, 5, 6, 7));
    expect(windowOf(logOf(state), 3)).toHaveLength(8);
  });

  it('does not bring back the text from before an edit', () => {
    const state = applyEvent(known(), 'message_edited', edited(2, 10));
    const paged = adoptPage(state, chatId, page(1, 2, 3));
    expect(windowOf(logOf(paged), 2).map((m) => m.text)).toContain('Edited in 10');
  });

  it('keeps what is newer than its events for later', () => {
    const ahead = aMessagePage([created(9), created(10)], { headSeq: 10, headRev: 10 });
    const state = adoptPage(known(), chatId, ahead);
    expect([texts(state), gapOf(logOf(state))]).toEqual([
      ['Message 9'],
      { afterRev: 9, beforeRev: 11 },
    ]);
    expect(texts(say(state, created(10)))).toEqual(['Message 9', 'Message 10']);
  });

  it('refuses a page from before the log was started anew', () => {
    const far = aMessagePage([created(500)], { headSeq: 500, headRev: 500 });
    const state = startOver(adoptPage(known(), chatId, page(8, 9)), chatId, far);
    expect(texts(state)).toEqual(['Message 500']);
    expect(adoptPage(state, chatId, page(6, 7))).toBe(state);
  });
});

describe('keepLoaded', () => {
  const pageOf = (from: number, to: number, head: number) =>
    aMessagePage(
      Array.from({ length: to - from + 1 }, (_, i) => created(from + i)),
      { headSeq: head, headRev: head },
    );
  const longOne = () =>
    adoptPage(
      adoptChat(emptyState(me), aChat({ headSeq: 500, headRev: 500 })),
      chatId,
      pageOf(1, 500, 500),
    );
  const seqsAt = (state: ClientState, seq?: number) => {
    const seqs = windowOf(logOf(state), seq).map((m) => m.seq);
    return [seqs[0], seqs.at(-1)];
  };

  it('keeps these slots and the newest ones, and the log grows on', () => {
    const state = keepLoaded(longOne(), chatId, { from: 200, to: 300 });
    expect([seqsAt(state, 250), seqsAt(state)]).toEqual([
      [200, 300],
      [401, 500],
    ]);
    expect(logOf(state).messages.size).toBe(201);
    expect(seqsAt(say(state, created(501)))).toEqual([401, 501]);
  });

  it('takes back what it let go of, in its newest state only', () => {
    const corrected = applyEvent(longOne(), 'message_edited', edited(150, 501));
    const state = keepLoaded(corrected, chatId, { from: 200, to: 300 });
    expect(adoptPage(state, chatId, pageOf(101, 199, 500))).toBe(state);
    expect(seqsAt(adoptPage(state, chatId, pageOf(151, 199, 501)), 250)).toEqual([151, 300]);
  });

  it('changes nothing of a chat that it does not know', () => {
    const state = emptyState(me);
    expect(keepLoaded(state, chatId, { from: 1, to: 2 })).toBe(state);
  });
});

describe('adoptChanges', () => {
  it('brings everything up to the rev that it tells', () => {
    const state = after([created(1), created(5, 6)]);
    const changes = aChangePage(1, [created(2), edited(1, 4), created(3, 3)], { toRev: 4 });
    const repaired = adoptChanges(state, chatId, changes);
    expect(texts(repaired)).toEqual(['Edited in 4', 'Message 2', 'Message 3']);
    const rest = adoptChanges(repaired, chatId, aChangePage(4, [created(4, 5)]));
    expect(texts(rest)).toHaveLength(5);
    expect(gapOf(logOf(rest))).toBeNull();
  });

  it('drops changes that begin after what is known', () => {
    const state = after([created(1)]);
    expect(adoptChanges(state, chatId, aChangePage(3, [created(4)]))).toBe(state);
  });

  it('leaves no hole when a slot is told in a later state than the page leads to', () => {
    const state = after([created(1)]);
    const ahead = { ...edited(2, 50) };
    const one = adoptChanges(state, chatId, aChangePage(1, [created(3, 3), ahead], { toRev: 3 }));
    expect(texts(one)).toEqual(['Message 1', 'Edited in 50', 'Message 3']);
    expect(logOf(one).rev).toBe(3);
  });
});
