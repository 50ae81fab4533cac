import { ChatId } from '@app/contracts';
import { aUser, ModelChat } from '@app/contracts/testing';
import { ConnectionLost, type ConnectionNews } from './chat-connection';
import { SharedConnection } from './shared-connection';
import { FakeChatServer, FakeTabs, type FakeTab } from './testing';

const c1 = ChatId.parse('c1');
const [me, ann] = [aUser('me'), aUser('ann')];

/** A server that all tabs reach, each by a line of its own which it opens only when it leads. */
function aBrowser() {
  const chat = new ModelChat(c1, [me, ann]);
  const tabs = new FakeTabs();
  const lines: FakeChatServer[] = [];
  const open = () => {
    const tab = tabs.open();
    const line = new FakeChatServer(me, [chat]);
    lines.push(line);
    const direct = Object.assign(line, {
      start: () => line.goOnline(),
      hurry: () => line.asked.push('hurry'),
      close: () => line.goOffline(),
    });
    const shared = new SharedConnection(tab, direct);
    const news: string[] = [];
    shared.listen((told) => news.push(nameOf(told)));
    shared.start();
    return { tab, line, shared, news };
  };
  const openLines = () => lines.filter((line) => line.isUp).length;
  return { chat, open, openLines };
}

const nameOf = (news: ConnectionNews): string => (news.kind === 'event' ? news.name : news.kind);
const settle = () => jest.advanceTimersByTimeAsync(0);
const send = (tab: { shared: SharedConnection }, text: string) =>
  tab.shared.ask('send_message', { chatId: c1, text, clientMsgId: text as never });

describe('SharedConnection', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('holds one line for all tabs, whose news all of them hear in order', async () => {
    const { chat, open, openLines } = aBrowser();
    const [one, two, three] = [open(), open(), open()];
    await settle();
    one.line.hears(chat, ann.id, 'hello');
    one.line.tell('chat_deleted', { chatId: c1 });
    expect(openLines()).toBe(1);
    for (const { news } of [one, two, three])
      expect(news).toEqual(['ready', 'new_message', 'chat_deleted']);
  });

  it('asks through the tab that leads, and hears what the server says to that', async () => {
    const { open, chat } = aBrowser();
    const [one, two] = [open(), open()];
    await settle();
    const { message } = await send(two, 'hi');
    expect([message.text, chat.headSeq]).toEqual(['hi', 1]);
    expect([one.line.received.length, two.line.received.length]).toEqual([1, 0]);
    one.line.refuse('no', 'slow_mode', { retryAfterMs: 70 });
    await expect(send(two, 'no')).rejects.toMatchObject({ code: 'slow_mode', retryAfterMs: 70 });
  });

  it('hears only the answers to its own questions, though each tab counts from one', async () => {
    const { open, chat } = aBrowser();
    const [one, two, three] = [open(), open(), open()];
    await settle();
    const release = one.line.holdAcks();
    const asked = Promise.allSettled([send(two, 'mine'), send(three, 'mine as well')]);
    release();
    // Longer than anybody waits for an answer.
    await jest.advanceTimersByTimeAsync(10_000);
    expect((await asked).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(chat.headSeq).toBe(2);
  });

  it('is lost for all while the line is, and fails what was asked at once', async () => {
    const { open } = aBrowser();
    const [one, two] = [open(), open()];
    await settle();
    const release = one.line.holdAcks();
    const asked = send(two, 'in the air');
    one.line.goOffline();
    await expect(asked).rejects.toBeInstanceOf(ConnectionLost);
    release();
    await expect(send(two, 'later')).rejects.toBeInstanceOf(ConnectionLost);
    one.line.goOnline();
    expect(two.news).toEqual(['ready', 'lost', 'ready']);
    await send(two, 'later');
  });

  it('goes over to another tab at once when the one that leads is gone', async () => {
    const { open, openLines, chat } = aBrowser();
    const [one, two, three] = [open(), open(), open()];
    await settle();
    one.line.holdAcks();
    const asked = send(three, 'in the air');
    one.line.goOffline();
    one.tab.close();
    await expect(asked).rejects.toBeInstanceOf(ConnectionLost);
    expect([two.line.isUp, openLines()]).toEqual([true, 1]);
    await send(three, 'in the air');
    two.line.hears(chat, ann.id, 'and on');
    expect(three.news.slice(-2)).toEqual(['new_message', 'new_message']);
    expect(three.news.filter((name) => name === 'ready')).toHaveLength(2);
  });

  it('takes over from one that is asleep, which follows when it wakes', async () => {
    const { open, openLines, chat } = aBrowser();
    const [one, two] = [open(), open()];
    await settle();
    one.tab.sleep();
    const asked = send(two, 'anybody?').catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(4000);
    expect(await asked).toBeInstanceOf(ConnectionLost);
    expect([two.line.isUp, two.news]).toEqual([true, ['ready', 'lost', 'ready']]);
    await send(two, 'anybody?');

    one.tab.wake();
    await settle();
    expect([one.line.isUp, openLines()]).toEqual([false, 1]);
    two.line.hears(chat, ann.id, 'welcome back');
    expect(one.news).toEqual(['ready', 'lost', 'ready', 'new_message']);
    await send(one, 'thanks');
    expect(chat.headSeq).toBe(3);
  });

  it('does not wait for ever for a leader that has slept since before it came', async () => {
    const { open } = aBrowser();
    const one = open();
    one.tab.sleep();
    const two = open();
    expect(two.news).toEqual([]);
    await jest.advanceTimersByTimeAsync(4000);
    expect(two.news).toEqual(['ready']);
  });

  it('leaves a leader alone that hears, however long the server takes', async () => {
    const { open } = aBrowser();
    const [one, two] = [open(), open()];
    await settle();
    const release = one.line.holdAcks();
    const asked = send(two, 'slow');
    await jest.advanceTimersByTimeAsync(8000);
    expect([one.line.isUp, two.line.isUp]).toEqual([true, false]);
    release();
    await asked;
  });

  it('is over with the person: nothing is said or heard any more', async () => {
    const { open, openLines } = aBrowser();
    const [one, two] = [open(), open()];
    await settle();
    one.shared.close();
    await settle();
    expect([openLines(), two.line.isUp]).toEqual([1, true]);
    two.shared.close();
    expect(openLines()).toBe(0);
    expect([one.news.at(-1), two.news.at(-1)]).toEqual(['lost', 'lost']);
  });

  it('lets go of what a tab had open when that is gone', async () => {
    const { open } = aBrowser();
    const [one, two, three]: { tab: FakeTab; line: FakeChatServer; shared: SharedConnection }[] = [
      open(),
      open(),
      open(),
    ];
    await settle();
    await two!.shared.ask('join_chat', { chatId: c1 });
    await three!.shared.ask('join_chat', { chatId: c1 });
    two!.tab.close();
    await settle();
    expect(one!.line.asked).toEqual(['join_chat', 'join_chat']);
    three!.tab.close();
    await settle();
    expect(one!.line.asked).toEqual(['join_chat', 'join_chat', 'leave_chat']);
  });
});
