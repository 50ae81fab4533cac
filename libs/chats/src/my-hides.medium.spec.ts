import { userRoom, type Actor, type Chat, type Message } from '@app/contracts';
import { Database } from '@app/platform';
import { ChatsBench } from './testing/chats-bench.js';
import { refusal } from './testing/refusal.js';

let bench: ChatsBench;
let ada: Actor;
let ben: Actor;
let cy: Actor;
let chat: Chat;
let said: Message[];

beforeAll(async () => {
  bench = await ChatsBench.open();
});

afterAll(() => bench.close());

beforeEach(async () => {
  [ada, ben, cy] = bench.newcomers('ada', 'ben', 'cy');
  chat = await bench.group(ada, ben);
  said = [];
  for (const text of ['one', `@${ben.userId} two`, 'three'])
    said.push(await bench.log.say(ada, chat.id, text));
  await bench.get(ben, chat);
  bench.realtime.forget();
});

const hide = (whom: Actor, { chatId, seq }: Message) => bench.reads.hide(whom, { chatId, seq });
const hidden = (whom: Actor, after = 0) => bench.reads.hidden(whom, { chatId: chat.id, after });
const told = <N extends 'message_hidden' | 'read_state'>(whom: Actor, event: N) =>
  bench.realtime.heard(userRoom(whom.userId), event);

/** What everything that counts says of the chat to somebody. */
async function counted(whom: Actor): Promise<object[]> {
  const [listed] = await bench.list(whom);
  const [synced] = await bench.sync(whom);
  const all = [listed!, synced!, await bench.get(whom, chat)];
  return all.map(({ unread, mentions, hides = 0 }) => ({ unread, mentions, hides }));
}

const everywhere = (one: object) => [one, one, one];

describe('A message that somebody has deleted for themselves', () => {
  it('is not unread to them any more, and calls them no more', async () => {
    expect(await counted(ben)).toEqual(everywhere({ unread: 3, mentions: 1, hides: 0 }));
    await hide(ben, said[1]!);
    expect(await counted(ben)).toEqual(everywhere({ unread: 2, mentions: 0, hides: 1 }));
    expect(await bench.chats.totals(ben, {})).toEqual({ unread: 2, mentions: 0 });
  });

  it('is unread to the others as before', async () => {
    await bench.add(ada, chat.id, cy);
    const last = await bench.log.say(ada, chat.id, 'for all');
    await hide(ben, last);
    const [state] = await bench.sync(cy);
    expect(state).toMatchObject({ unread: 1 });
    expect(state).not.toHaveProperty('hides');
  });

  it('counts once, however often it is told, and once with a tombstone', async () => {
    for (let n = 0; n < 3; n++) await hide(ben, said[0]!);
    expect(await counted(ben)).toEqual(everywhere({ unread: 2, mentions: 1, hides: 1 }));
    await bench.log.change(said[0]!, undefined);
    expect(await counted(ben)).toEqual(everywhere({ unread: 2, mentions: 1, hides: 1 }));
  });

  it('stays out of the count when it is edited to call them', async () => {
    await hide(ben, said[0]!);
    await bench.log.change(said[0]!, `@${ben.userId} after all`);
    expect(await counted(ben)).toEqual(everywhere({ unread: 2, mentions: 1, hides: 1 }));
  });

  it('is told to their devices with its number, and what that leaves unread', async () => {
    await hide(ben, said[2]!);
    await hide(ben, said[0]!);
    await hide(ben, said[2]!);
    const { id: chatId } = chat;
    expect(told(ben, 'message_hidden')).toEqual([
      { chatId, seq: said[2]!.seq, hides: 1 },
      { chatId, seq: said[0]!.seq, hides: 2 },
      { chatId, seq: said[2]!.seq, hides: 1 },
    ]);
    expect(told(ben, 'read_state').map(({ unread }) => unread)).toEqual([2, 1, 1]);
    expect(told(ada, 'message_hidden')).toEqual([]);
  });

  it('says nothing of what is unread where it was read', async () => {
    await bench.reads.markRead(ben, { chatId: chat.id, seq: said[2]!.seq });
    bench.realtime.forget();
    await hide(ben, said[0]!);
    expect(told(ben, 'message_hidden')).toHaveLength(1);
    expect(told(ben, 'read_state')).toEqual([]);
  });

  it('is told to a device that was away, in order, from where it knows', async () => {
    for (const message of [said[2]!, said[0]!]) await hide(ben, message);
    const [first, third] = [said[0]!.seq, said[2]!.seq];
    expect(await hidden(ben)).toEqual({ seqs: [third, first], hides: 2, isWhole: true });
    expect(await hidden(ben, 1)).toEqual({ seqs: [first], hides: 2, isWhole: true });
    expect(await hidden(ben, 2)).toEqual({ seqs: [], hides: 2, isWhole: true });
    expect(await hidden(ben, 9)).toEqual({ seqs: [], hides: 2, isWhole: true });
    expect(await hidden(ada)).toEqual({ seqs: [], hides: 0, isWhole: true });
  });

  it('takes its number also when several are hidden at once', async () => {
    await Promise.all(said.map((message) => hide(ben, message)));
    const { seqs, hides } = await hidden(ben);
    expect([hides, [...seqs].sort()]).toEqual([3, said.map(({ seq }) => seq)]);
    const numbers = told(ben, 'message_hidden').map((one) => [one.hides, one.seq]);
    expect(new Map(numbers as [number, number][])).toEqual(
      new Map(seqs.map((seq, i) => [i + 1, seq])),
    );
  });

  it('is one of the last 1,000 that are remembered, and the answer says when it is not', async () => {
    const former = Array.from({ length: 1000 }, (_, n) => 10_000 + n);
    const _id = `${chat.id}:${ben.userId}`;
    const memberships = bench.app.get(Database).connection.collection('memberships');
    const known = { hides: 1000, hiddenSeqs: former };
    await memberships.updateOne({ _id: _id as never }, { $set: known });
    expect(await hidden(ben)).toMatchObject({ hides: 1000, isWhole: true });

    await hide(ben, said[0]!);
    const seqs = [...former.slice(1), said[0]!.seq];
    expect(await hidden(ben)).toEqual({ seqs, hides: 1001, isWhole: false });
    expect(await hidden(ben, 1)).toEqual({ seqs, hides: 1001, isWhole: true });
    expect(told(ben, 'message_hidden')).toMatchObject([{ hides: 1001 }]);
  });

  it('is nothing that strangers and former members hear of', async () => {
    await expect(hide(cy, said[0]!)).rejects.toEqual(refusal('not_member'));
    await expect(hidden(cy)).rejects.toEqual(refusal('not_member'));
    await hide(ben, said[0]!);
    await bench.members.leave(ben, { chatId: chat.id });
    await expect(hidden(ben)).rejects.toEqual(refusal('not_member'));
    await bench.add(ada, chat.id, ben);
    expect(await hidden(ben)).toMatchObject({ hides: 1 });
  });
});
