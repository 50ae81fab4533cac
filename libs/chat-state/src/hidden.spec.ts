import { ChatId, type Message, type ServerEvent, type SyncItem } from '@app/contracts';
import {
  aChangePage,
  aChat,
  aMessage,
  aMessageFile,
  aMessagePage,
  aSyncItem,
  aUser,
} from '@app/contracts/testing';
import {
  adoptChanges,
  adoptChat,
  adoptHidden,
  adoptKept,
  adoptPage,
  adoptSync,
  applyEvent,
  emptyState,
  hiddenCopy,
  keptOf,
  lacksHides,
  windowOf,
  type ClientState,
} from './index.js';

const chatId = ChatId.parse('c1');
const me = aUser('me');
const said = aMessage({ seq: 1, rev: 1 });
const edited = aMessage({ seq: 1, rev: 2, version: 2, text: 'Edited' });
const deleted = aMessage({ seq: 1, rev: 3, text: '', deletedAt: '2026-03-02T11:06:00.000Z' });

const listed = (lastMessage: Message) =>
  aChat({ lastMessage, headSeq: 1, headRev: lastMessage.rev });
const open = (state: ClientState, message: Message) =>
  adoptPage(state, chatId, aMessagePage([message], { headSeq: 1, headRev: message.rev }));
const hide = (state: ClientState) => applyEvent(state, 'message_hidden', { chatId, seq: 1 });
const edit = (state: ClientState, event: ServerEvent<'message_edited'> = edited) =>
  applyEvent(state, 'message_edited', event);

const shown = (state: ClientState) => windowOf(state.chats.get(chatId)!.log)[0];
const lastLine = (state: ClientState) => state.chats.get(chatId)!.info!.lastMessage;

const unopened = () => adoptChat(emptyState(me), listed(said));
const opened = () => open(unopened(), said);

describe('A message that I have deleted for myself', () => {
  it('is empty in its chat and in the list', () => {
    for (const message of [shown(hide(opened())), lastLine(hide(opened()))]) {
      expect(message).toEqual({ ...said, text: '', isHidden: true });
    }
    expect(lastLine(hide(unopened()))).toEqual(hiddenCopy(said));
  });

  it('has no files any more', () => {
    const holding = { ...said, kind: 'file' as const, files: [aMessageFile()] };
    expect(hiddenCopy(holding)).toEqual({ ...said, kind: 'file', text: '', isHidden: true });
  });

  it('leaves the others as they are', () => {
    const state = applyEvent(opened(), 'message_hidden', { chatId, seq: 2 });
    expect([shown(state), lastLine(state)]).toEqual([said, said]);
  });

  it('changes nothing when it is told again', () => {
    const once = hide(opened());
    expect(hide(once)).toBe(once);
  });

  it('stays hidden when it is edited', () => {
    const state = edit(hide(opened()));
    expect(shown(state)).toEqual(hiddenCopy(edited));
    expect(lastLine(state)).toEqual(hiddenCopy(edited));
  });

  it('stays hidden when it is edited, where only the list has told of it', () => {
    const fetched = adoptChat(emptyState(me), listed(hiddenCopy(said)));
    expect(lastLine(edit(fetched))).toEqual(hiddenCopy(edited));
    expect(lastLine(edit(hide(unopened())))).toEqual(hiddenCopy(edited));
  });

  it('is a tombstone like any other, once it is deleted for everybody', () => {
    const state = applyEvent(edit(hide(opened())), 'message_deleted', deleted);
    expect([shown(state), lastLine(state)]).toEqual([deleted, deleted]);
  });

  it('stays hidden when an answer comes that was on its way before', () => {
    const state = open(adoptChat(hide(opened()), listed(said)), said);
    expect([shown(state), lastLine(state)]).toEqual([hiddenCopy(said), hiddenCopy(said)]);
  });

  it('is hidden in a chat of which nothing was known yet', () => {
    const state = adoptChat(hide(emptyState(me)), listed(said));
    expect(lastLine(state)).toEqual(hiddenCopy(said));
  });

  it('is hidden as soon as a page, a list or the changes say so', () => {
    const hidden = hiddenCopy(said);
    const behind = applyEvent(opened(), 'chat_head', { chatId, headSeq: 1, headRev: 2 });
    const answers = [
      open(opened(), hidden),
      adoptChat(opened(), listed(hidden)),
      adoptChanges(behind, chatId, aChangePage(1, [hiddenCopy(said)], { toRev: 2 })),
    ];
    for (const state of answers) expect([shown(state), lastLine(state)]).toEqual([hidden, hidden]);
  });
});

describe('What I have deleted for myself, counted', () => {
  const unread = (state: ClientState) => state.chats.get(chatId)!.marks;
  const said2 = aMessage({ seq: 2, rev: 2, text: 'For @me.' });
  const two = () => {
    const told = { lastMessage: said2, headSeq: 2, headRev: 2, unread: 2, mentions: 1 };
    return adoptChat(emptyState(me), aChat(told));
  };
  const whole = () =>
    adoptPage(two(), chatId, aMessagePage([said, said2], { headSeq: 2, headRev: 2 }));
  const tell = (state: ClientState, seq: number, hides: number) =>
    applyEvent(state, 'message_hidden', { chatId, seq, hides });
  const missed = (state: ClientState, after: number, seqs: number[], hides: number) =>
    adoptHidden(state, chatId, after, { seqs, hides, isWhole: true });
  const logOf = (state: ClientState) => state.chats.get(chatId)!.log;
  const synced = (state: ClientState, about: Partial<SyncItem>) =>
    adoptSync(state, [aSyncItem({ chatId, headSeq: 2, headRev: 2, ...about })]);

  it('is unread no more', () => {
    expect(unread(tell(whole(), 2, 1))).toMatchObject({ unread: 1, mentions: 0, isExact: true });
    expect(unread(tell(two(), 2, 1)).isExact).toBe(false);
  });

  it('never was unread when it is heard of before the message', () => {
    const behind = open(adoptChat(emptyState(me), listed(said)), said);
    const state = applyEvent(tell(behind, 2, 1), 'new_message', said2);
    expect(unread(state)).toMatchObject({ unread: 1, mentions: 0, isExact: true });
  });

  it('is not taken off twice when it is deleted for everybody', () => {
    const tombstone = aMessage({ ...said2, rev: 3, text: '', deletedAt: said2.createdAt });
    const hidden = synced(tell(two(), 2, 1), { unread: 1, hides: 1 });
    const state = applyEvent(hidden, 'message_deleted', tombstone);
    expect(unread(state)).toMatchObject({ unread: 1, isExact: true });
  });

  it('stays uncounted when numbers come that were counted before', () => {
    const opened = tell(whole(), 2, 1);
    expect(unread(synced(opened, { unread: 2, mentions: 1 }))).toMatchObject({ unread: 1 });
    expect(unread(synced(tell(two(), 2, 1), { unread: 2 })).isExact).toBe(false);
    const told = synced(tell(two(), 2, 1), { unread: 1, hides: 1 });
    expect(unread(told)).toMatchObject({ unread: 1, isExact: true });
  });

  it('is known to lack what sync tells of, until it is fetched', () => {
    const behind = synced(whole(), { hides: 2 });
    expect(lacksHides(logOf(behind))).toBe(true);
    const state = missed(behind, 0, [2, 1], 2);
    expect(lacksHides(logOf(state))).toBe(false);
    expect(windowOf(logOf(state)).map(({ text }) => text)).toEqual(['', '']);
    expect(unread(state)).toMatchObject({ unread: 0, isExact: true });
  });

  it('is whole only when none before it is missing', () => {
    const behind = tell(whole(), 2, 2);
    expect([lacksHides(logOf(behind)), logOf(behind).hides]).toEqual([true, 0]);
    expect(lacksHides(logOf(tell(behind, 1, 1)))).toBe(true);
    expect(lacksHides(logOf(missed(behind, 0, [1, 2], 2)))).toBe(false);
  });

  it('is where it is after an answer from before', () => {
    const state = tell(tell(whole(), 1, 1), 2, 2);
    expect(missed(state, 0, [1], 1)).toBe(state);
  });

  it('needs no number, as of a server that does not count', () => {
    const state = applyEvent(whole(), 'message_hidden', { chatId, seq: 2 });
    expect([lacksHides(logOf(state)), windowOf(logOf(state))[1]?.text]).toEqual([false, '']);
  });

  it('is asked for again where an earlier visit has kept less of it', () => {
    const kept = keptOf(tell(whole(), 1, 1), chatId, 10)!;
    expect(kept.chat.hides).toBe(1);
    const state = adoptKept(adoptChat(emptyState(me), { ...kept.chat, hides: 2 }), kept);
    expect([lacksHides(logOf(state)), logOf(state).hides]).toEqual([true, 1]);
  });
});
