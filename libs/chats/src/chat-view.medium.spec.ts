import { userRoom, type Actor, type Chat, type Message } from '@app/contracts';
import { ChatsBench } from './testing/chats-bench.js';

describe('ChatView of a chat whose last message somebody has deleted for themselves', () => {
  let bench: ChatsBench;
  let ada: Actor;
  let ben: Actor;
  let chat: Chat;
  let said: Message;
  let round = 0;

  beforeAll(async () => {
    bench = await ChatsBench.open();
  });

  afterAll(() => bench.close());

  beforeEach(async () => {
    round++;
    [ada, ben] = [bench.person(`ada${round}`), bench.person(`ben${round}`)];
    chat = await bench.direct(ada, ben);
    said = await bench.log.say(ada, chat.id, 'not for everybody');
    await bench.log.hide(ben, said);
  });

  /** What everything that shows chats to somebody says of this one. */
  const quoted = async (whom: Actor) => {
    const [listed] = await bench.list(whom);
    const got = await bench.get(whom, chat);
    const again = await bench.direct(whom, whom === ada ? ben : ada);
    return [listed, got, again].map((one) => one?.lastMessage);
  };

  it('quotes nothing of it to them', async () => {
    const empty = { ...said, text: '', isHidden: true };
    expect(await quoted(ben)).toEqual([empty, empty, empty]);
  });

  it('quotes it to the others', async () => {
    expect(await quoted(ada)).toEqual([said, said, said]);
  });

  it('keeps it hidden when it is edited', async () => {
    const edited = await bench.log.change(said, 'still not');
    const empty = { ...edited, text: '', isHidden: true };
    expect(await quoted(ben)).toEqual([empty, empty, empty]);
  });

  it('shows the tombstone that everybody has, once it is deleted for all', async () => {
    const tombstone = await bench.log.change(said, undefined);
    expect(await quoted(ben)).toEqual([tombstone, tombstone, tombstone]);
  });

  it('quotes what is said after it', async () => {
    const next = await bench.log.say(ada, chat.id, 'for everybody');
    expect(await quoted(ben)).toEqual([next, next, next]);
  });

  it('says nothing of it when the chat is brought back into their list', async () => {
    await bench.chats.remove(ben, { chatId: chat.id });
    bench.realtime.forget();
    await bench.direct(ben, ada);
    const [shown] = bench.realtime.heard(userRoom(ben.userId), 'chat_created');
    expect(shown!.lastMessage).toMatchObject({ seq: said.seq, text: '', isHidden: true });
  });

  it('asks once for all chats of a list, and never of what nobody can hide', async () => {
    const group = await bench.group(ada, ben);
    bench.log.hiddenAsked = 0;
    await bench.list(ben);
    expect(bench.log.hiddenAsked).toBe(1);
    await bench.log.say(ada, group.id, 'one more');
    await bench.list(ben);
    expect(bench.log.hiddenAsked).toBe(2);
    await bench.log.change(said, undefined);
    await bench.get(ben, chat);
    expect(bench.log.hiddenAsked).toBe(2);
  });
});
