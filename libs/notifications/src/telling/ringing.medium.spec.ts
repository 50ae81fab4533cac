import { CallId, UserId, type ChatId } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { person } from '../testing/notifications-bench.js';
import { PushStage } from '../testing/push-stage.js';

const stage = PushStage.forAll();
let count = 0;

/** Two people of a direct chat; the second one has a device that is pushed to. */
async function pair() {
  const round = ++count;
  const [ann, bob] = [`ann${round}`, `bob${round}`];
  const chatId = stage.bench.chats.chat(`rung${round}`, 'direct', ann, bob);
  await stage.bench.api.subscribe(person(bob), stage.service.browser(bob));
  return { chatId, ann, bob, callId: CallId.parse(`call-${round}`) };
}

type Pair = Awaited<ReturnType<typeof pair>>;

/** The call of these two, in its `version`: rings for the second one, or no more. */
function news({ chatId, ann, bob, callId }: Pair, version: number, rings: boolean) {
  const [callerId, called] = [UserId.parse(ann), [UserId.parse(bob)]];
  const change = rings ? { userIds: called, silentIds: [] } : { userIds: [], silentIds: called };
  return { callId, chatId, callerId, version, ...change };
}

const tell = (one: Pair, version: number, rings: boolean) =>
  stage.bench.deliver('call.ringing', news(one, version, rings));

const shown = (chatId: ChatId, from: string) => ({
  type: 'show',
  cause: 'ringing_call',
  chatId,
  seq: 0,
  from,
  text: '',
});

const arrived = (name: string, length: number) =>
  eventually(() => {
    const found = stage.service.of(name);
    expect(found).toHaveLength(length);
    return found;
  });

/** What is due to others has come: they are rung after. */
async function afterOthers() {
  const other = await pair();
  await tell(other, 1, true);
  await arrived(other.bob, 1);
}

describe('A call that rings', () => {
  it('rings on devices at once, for as long as it would, and is taken back', async () => {
    const one = await pair();
    await tell(one, 1, true);
    expect(await arrived(one.bob, 1)).toEqual([shown(one.chatId, one.ann)]);
    const ring = stage.service.arrived.find(({ name }) => name === one.bob)!;
    expect(ring.headers).toMatchObject({ ttl: '45', urgency: 'high' });
    await tell(one, 2, false);
    expect((await arrived(one.bob, 2))[1]).toEqual({ type: 'clear', chatId: one.chatId, seq: 0 });
  });

  it('is taken back once, though the queue refuses at first', async () => {
    const one = await pair();
    await tell(one, 1, true);
    await arrived(one.bob, 1);
    stage.refuseNextJob();
    await expect(tell(one, 2, false)).rejects.toMatchObject({ code: 'rate_limited' });
    await tell(one, 2, false);
    await tell(one, 2, false);
    await afterOthers();
    expect((await arrived(one.bob, 2))[1]).toEqual({ type: 'clear', chatId: one.chatId, seq: 0 });
  });

  it('takes the place of nothing that was said', async () => {
    const one = await pair();
    await stage.bench.say(one.chatId, one.ann, 'Hello');
    await arrived(one.bob, 1);
    await tell(one, 1, true);
    await arrived(one.bob, 2);
    const own = stage.service.arrived.filter(({ name }) => name === one.bob);
    expect(new Set(own.map(({ headers }) => headers['topic'])).size).toBe(2);
  });

  it('does not ring where its end is told first, and is told twice', async () => {
    const one = await pair();
    await tell(one, 2, false);
    await tell(one, 1, true);
    await tell(one, 2, false);
    await afterOthers();
    expect(stage.service.of(one.bob)).toEqual([]);
  });

  it('rings once, and again where somebody is called again', async () => {
    const one = await pair();
    await tell(one, 1, true);
    await tell(one, 1, true);
    await arrived(one.bob, 1);
    await tell(one, 2, false);
    await tell(one, 2, false);
    await arrived(one.bob, 2);
    await tell(one, 3, true);
    const found = await arrived(one.bob, 3);
    expect(found.map(({ type }) => type)).toEqual(['show', 'clear', 'show']);
  });

  it('rings for a guest, and does not say of which chat it is', async () => {
    const round = ++count;
    const [ann, bob, guest] = [`ann${round}`, `bob${round}`, `guest${round}`];
    const chatId = stage.bench.chats.chat(`rung${round}`, 'group', ann, bob);
    for (const name of [bob, guest])
      await stage.bench.api.subscribe(person(name), stage.service.browser(name));
    const [callerId, callId] = [UserId.parse(ann), CallId.parse(`call-${round}`)];
    const userIds = [bob, guest].map((name) => UserId.parse(name));
    const call = { callId, chatId, callerId, version: 1, userIds, silentIds: [] };
    await stage.bench.deliver('call.ringing', call);
    expect(await arrived(bob, 1)).toEqual([{ ...shown(chatId, ann), chat: 'Crew' }]);
    expect(await arrived(guest, 1)).toEqual([shown(chatId, ann)]);
    await stage.bench.deliver('call.ringing', {
      ...call,
      version: 2,
      userIds: [],
      silentIds: userIds,
    });
    expect((await arrived(guest, 2))[1]).toEqual({ type: 'clear', chatId, seq: 0 });
  });

  it('leaves alone who is not to be disturbed, has muted the chat, or blocks', async () => {
    const [muted, quiet, blocked] = [await pair(), await pair(), await pair()];
    stage.bench.chats.wish(muted.chatId, muted.bob, { mutedUntil: '2030-01-01T00:00:00.000Z' });
    const lease = { userId: UserId.parse(quiet.bob), deviceId: 'one', isActive: true };
    await stage.bench.presence.renew(lease);
    await stage.bench.presence.wish(lease.userId, 'dnd');
    stage.bench.chats.blocks.add(`${blocked.bob} ${blocked.ann}`);
    for (const one of [muted, quiet, blocked]) await tell(one, 1, true);
    await afterOthers();
    for (const { bob } of [muted, quiet, blocked]) expect(stage.service.of(bob)).toEqual([]);
  });
});
