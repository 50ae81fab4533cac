import type { Call, CallPage, ChatId, LiveCalls, SfuPlace } from '@app/contracts';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';

describe.each(topologies)('a call between two, %s', (_, start) => {
  let deployment: Deployment;
  let [ada, bob, carol, dan]: Person[] = [];
  let people: readonly Person[] = [];
  let chatId: ChatId;
  let callId: string;

  beforeAll(async () => {
    deployment = await start();
  });

  afterAll(() => deployment.close());

  beforeEach(async () => {
    const names = ['ada', 'bob', 'carol', 'dan'];
    people = await Promise.all(names.map((name) => Person.arrive(deployment.url, name)));
    [ada, bob, carol, dan] = people as Person[];
    chatId = await ada!.direct(bob!);
    ({ callId } = await ada!.tell('call_user', { chatId, media: 'video' }));
    await bob!.tell('call_accepted', { callId });
    await bob!.tell('call_heartbeat', { callId, isConnected: true });
  });

  afterEach(() => {
    for (const person of people) {
      person.leave();
      expect(person.complaints).toEqual([]);
    }
  });

  const code = async (who: Person, event: string, about: object = {}) =>
    ((await who.ask(event, { callId, ...about })) as { problem?: { code: string } }).problem?.code;
  const invite = async (who: Person, whom: Person): Promise<Call> =>
    (await who.tell('call_invite', { callId, userId: whom.id })).call;
  const join = (who: Person): Promise<SfuPlace> => who.tell('sfu_join', { callId });
  /** A pulse of somebody's device makes a version of its own, in which nothing else is new. */
  const likewise = (call: Call) => ({ ...call, version: expect.any(Number) as number });
  const states = ({ parties }: Call) => parties.map(({ state }) => state);

  it('goes on through a room where its ends do not reach each other', async () => {
    expect(await code(ada!, 'sfu_join')).toBe('forbidden');
    const { call } = await bob!.tell('call_reroute', { callId });
    expect(call).toMatchObject({ kind: 'direct', via: 'room', state: 'active' });
    await ada!.hears('call_state', (news) => news.call.via === 'room');
    // Both find out at the same time.
    expect((await ada!.tell('call_reroute', { callId })).call).toEqual(likewise(call));
    for (const who of [ada!, bob!]) expect((await join(who)).send.iceCandidates).not.toEqual([]);
    await ada!.tell('end_call', { callId });
    await bob!.hears('call_ended', (news) => news.call.reason === 'completed');
    expect(await code(bob!, 'sfu_join')).toBe('call_ended');
    expect(await code(bob!, 'call_reroute')).toBe('call_ended');
  });

  it('takes in a third one, and goes on when one of the two leaves', async () => {
    const call = await invite(bob!, carol!);
    expect(call).toMatchObject({ kind: 'group', via: 'room', state: 'active', chatId });
    expect(states(call)).toEqual(['joined', 'joined', 'invited']);
    const heard = await carol!.hears('call_incoming', (news) => news.callId === callId);
    expect(heard.call.parties[2]).toMatchObject({ userId: carol!.id, invitedBy: bob!.id });
    await ada!.hears('call_state', (news) => news.call.kind === 'group');
    expect(await invite(ada!, carol!)).toEqual(likewise(call));

    expect(states((await carol!.tell('call_accepted', { callId })).call)).toHaveLength(3);
    for (const who of [ada!, bob!, carol!]) await join(who);
    await bob!.tell('end_call', { callId });
    await carol!.hears('call_state', (news) => states(news.call).includes('left'));
    expect((await join(carol!)).producers).toEqual([]);
    // In their chat it runs: who comes back comes into it.
    const again = await bob!.tell('call_user', { chatId, media: 'audio' });
    expect([again.callId, states(again.call)]).toEqual([callId, ['joined', 'joined', 'joined']]);
    for (const who of [ada!, bob!, carol!]) {
      const [newest] = ((await who.get('/api/calls')).body as CallPage).items;
      expect(newest?.id).toBe(callId);
      await who.tell('end_call', { callId });
    }
  });

  it('rings again for who has declined, and is found by who comes late', async () => {
    await invite(ada!, carol!);
    await carol!.tell('call_declined', { callId });
    await ada!.hears('call_state', (news) => states(news.call)[2] === 'left');
    await invite(ada!, carol!);
    const late = await carol!.anotherDevice();
    const { items } = (await late.get('/api/calls/live')).body as LiveCalls;
    expect(items.map(({ id, parties }) => [id, parties[2]?.state])).toEqual([[callId, 'invited']]);
    late.leave();
  });

  it('calls nobody who is in another one, and they hear who wanted them', async () => {
    const theirs = await carol!.tell('call_user', { userId: dan!.id, media: 'audio' });
    await dan!.tell('call_accepted', { callId: theirs.callId });
    expect(await code(ada!, 'call_invite', { userId: dan!.id })).toBe('call_busy');
    const { call } = await dan!.hears('call_busy', (news) => news.callId === callId);
    expect(call.parties.map(({ userId }) => userId)).toEqual([ada!.id, dan!.id]);
    expect(await code(dan!, 'call_accepted')).toBe('forbidden');
    expect((await bob!.tell('call_heartbeat', { callId })).call).toMatchObject({ kind: 'direct' });
    await carol!.tell('end_call', { callId: theirs.callId });
  });
});
