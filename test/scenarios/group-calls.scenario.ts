import type { Call, ChatId, LiveCalls, SfuPlace } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';
import { microphone } from './microphone.js';

describe.each(topologies)('a group that calls, %s', (_, start) => {
  let deployment: Deployment;
  let ada: Person;
  let bob: Person;
  let carol: Person;
  let eve: Person;
  let chatId: ChatId;

  beforeAll(async () => {
    deployment = await start();
  });

  afterAll(() => deployment.close());

  beforeEach(async () => {
    const names = ['ada', 'bob', 'carol', 'eve'];
    const people = await Promise.all(names.map((name) => Person.arrive(deployment.url, name)));
    [ada, bob, carol, eve] = people as [Person, Person, Person, Person];
    chatId = await ada.group('a group', bob, carol);
  });

  afterEach(() => {
    for (const person of [ada, bob, carol, eve]) {
      person.leave();
      expect(person.complaints).toEqual([]);
    }
  });

  const begun = async (): Promise<Call> =>
    (await ada.tell('call_user', { chatId, media: 'audio' })).call;
  const accept = (who: Person, callId: string) => who.tell('call_accepted', { callId });
  const join = (who: Person, callId: string): Promise<SfuPlace> => who.tell('sfu_join', { callId });
  const codeOf = async (who: Person, event: string, payload: object) =>
    ((await who.ask(event, payload)) as { problem?: { code: string } }).problem?.code;
  const liveFor = async (who: Person) =>
    ((await who.get('/api/calls/live')).body as LiveCalls).items.map(({ id }) => id);
  const joinedIn = ({ parties }: Call) =>
    parties.filter(({ state }) => state === 'joined').map(({ userId }) => userId);

  it('rings for all, and is joined early, late, and again', async () => {
    const { id: callId, kind } = await begun();
    expect(kind).toBe('group');
    for (const who of [bob, carol]) await who.hears('call_incoming', (n) => n.callId === callId);
    await carol.tell('call_declined', { callId });
    expect((await accept(bob, callId)).call.state).toBe('active');
    await carol.hears('call_state', ({ call }) => call.state === 'active');
    expect(joinedIn((await accept(carol, callId)).call)).toHaveLength(3);
    const { call } = await bob.tell('end_call', { callId });
    expect(call.state).toBe('active');
    expect(joinedIn((await accept(bob, callId)).call)).toHaveLength(3);
    expect(await liveFor(carol)).toEqual([callId]);
    expect(await liveFor(eve)).toEqual([]);
  });

  it('is one in its chat: who begins another one comes into it', async () => {
    const { id } = await begun();
    const { call } = await bob.tell('call_user', { chatId, media: 'video' });
    expect(call).toMatchObject({ id, state: 'active' });
    const other = await bob.group('another group', carol);
    expect(await codeOf(bob, 'call_user', { chatId: other, media: 'audio' })).toBe('call_busy');
    await bob.tell('end_call', { callId: id });
    const { callId } = await bob.tell('call_user', { chatId: other, media: 'audio' });
    expect(callId).not.toBe(id);
    await bob.tell('end_call', { callId });
  });

  it('has a room in which each hears of what the others send', async () => {
    const { id: callId } = await begun();
    await accept(bob, callId);
    const here = await join(ada, callId);
    expect(here.send.iceCandidates.length).toBeGreaterThan(0);
    const wish = { callId, transportId: here.send.id, ...microphone(1111) };
    const { producerId } = await ada.tell('sfu_produce', wish);
    const there = await join(bob, callId);
    expect(there.producers).toEqual([
      { userId: ada.id, producerId, source: 'microphone', isPaused: false },
    ]);
    const { rtpCapabilities, receive } = there;
    const receiving = { callId, transportId: receive.id, rtpCapabilities };
    const { consumers } = await bob.tell('sfu_consume', {
      ...{ ...receiving, producerIds: [producerId] },
    });
    expect(consumers).toMatchObject([{ userId: ada.id, producerId, kind: 'audio' }]);
    await bob.tell('sfu_resume_consumer', { callId, consumerId: consumers[0]!.consumerId });
    const { iceParameters } = await bob.tell('sfu_restart_ice', {
      ...{ callId, transportId: receive.id },
    });
    expect(iceParameters).not.toEqual(receive.iceParameters);
    await accept(carol, callId);
    await join(carol, callId);
    await ada.tell('sfu_pause', { callId, producerId });
    for (const who of [bob, carol]) await who.hears('sfu_producer', ({ isPaused }) => isPaused);
    const { producers } = await bob.tell('sfu_producers', { callId });
    expect(producers).toEqual([{ ...there.producers[0], isPaused: true }]);
    expect(await ada.tell('sfu_producers', { callId })).toMatchObject({ producers: [] });
    await ada.tell('end_call', { callId });
    for (const who of [bob, carol])
      await who.hears('sfu_producer_closed', (news) => news.producerId === producerId);
    await bob.hears('sfu_consumer_closed');
    expect(await codeOf(ada, 'sfu_produce', wish)).toBe('forbidden');
  });

  it('is for its members, and for nobody who is one no longer', async () => {
    const { id: callId } = await begun();
    await accept(bob, callId);
    const { send } = await join(bob, callId);
    const wish = { callId, transportId: send.id, ...microphone(2222) };
    expect(await codeOf(eve, 'call_accepted', { callId })).toBe('not_member');
    expect(await codeOf(eve, 'sfu_produce', wish)).toBe('forbidden');
    expect(await codeOf(carol, 'sfu_produce', wish)).toBe('forbidden');
    expect(await codeOf(ada, 'sfu_produce', wish)).toBe('gone');
    const nonsense = { ...wish, rtpParameters: { codecs: [] } };
    expect(await codeOf(bob, 'sfu_produce', nonsense)).toBe('validation_failed');
    const tooLong = { ...wish, rtpParameters: { codecs: ['x'.repeat(20_000)] } };
    expect(await codeOf(bob, 'sfu_produce', tooLong)).toBe('validation_failed');
    await ada.delete(`/api/chats/${chatId}/members/${bob.id}`);
    const isOut = ({ userId, state }: Call['parties'][number]) =>
      userId === bob.id && state === 'left';
    await bob.hears('call_state', ({ call }) => call.parties.some(isOut));
    expect(await codeOf(bob, 'sfu_produce', wish)).toBe('forbidden');
    expect(await codeOf(bob, 'call_accepted', { callId })).toBe('not_member');
  });

  it('is over for all at once when its chat is deleted', async () => {
    const { id: callId } = await begun();
    await accept(bob, callId);
    await ada.delete(`/api/chats/${chatId}`);
    for (const who of [ada, bob]) {
      const { call } = await who.hears('call_ended', (news) => news.callId === callId);
      expect(call).toMatchObject({ state: 'ended', reason: 'completed' });
    }
    // It never went on without one of them.
    const left = bob
      .all('call_state')
      .filter(({ call }) => call.state !== 'ended')
      .flatMap(({ call }) => call.parties.filter(({ state }) => state === 'left'));
    expect(left).toEqual([]);
  });

  it('is over some time after the last one has left, and the chat has one message of it', async () => {
    const { id: callId } = await begun();
    await accept(bob, callId);
    await bob.tell('end_call', { callId });
    const { call } = await ada.tell('end_call', { callId });
    expect(call).toMatchObject({ state: 'active' });
    await eventually(() => expect(carol.all('call_ended')).toHaveLength(1), 30_000);
    await eventually(async () =>
      expect((await carol.log(chatId)).filter(({ kind }) => kind === 'call')).toMatchObject([
        { senderId: ada.id, call: { callId, reason: 'completed' } },
      ]),
    );
    expect(await liveFor(ada)).toEqual([]);
  }, 60_000);

  it('is cancelled by who hangs up before anybody has come', async () => {
    const { id: callId } = await begun();
    await bob.hears('call_incoming');
    const { call } = await ada.tell('end_call', { callId });
    expect(call).toMatchObject({ state: 'ended', reason: 'cancelled' });
    await bob.hears('call_cancelled', (news) => news.callId === callId);
    await carol.hears('call_ended', (news) => news.callId === callId);
  });
});
