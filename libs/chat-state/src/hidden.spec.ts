import { ChatId, type Message, type ServerEvent } from '@app/contracts';
import { aChangePage, aChat, aMessage, aMessagePage, aUser } from '@app/contracts/testing';
import {
  adoptChanges,
  adoptChat,
  adoptPage,
  applyEvent,
  emptyState,
  hiddenCopy,
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
