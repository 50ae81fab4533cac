import {
  callClientEvents,
  callControlInputs,
  sfuClientEvents,
  UserId,
  type Call,
  type CallId,
  type CallPage,
  type ChatId,
  type LiveCalls,
} from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';

type CallEvent = keyof typeof callClientEvents;

const media = { audio: true, video: true, screen: false };

const sha = { algorithm: 'sha-256', value: '5A' };

/** Nobody: who it is does not matter to who may not ask. */
const somebody = UserId.parse('01J00000000000000000000000');

/** What each event says beside the call and the device. Whom anybody may call, others say. */
const said: Record<Exclude<CallEvent, 'call_user'>, object> = {
  call_ringing: {},
  call_accepted: {},
  call_declined: {},
  end_call: {},
  call_heartbeat: { isConnected: true },
  call_media_state: { media },
  call_reroute: {},
  call_invite: { userId: somebody },
  offer: { sdp: 'stolen' },
  answer: { sdp: 'stolen' },
  ice_candidate: { candidate: null },
  call_mute: {},
  call_unmute: {},
  call_remove: { userId: somebody },
  call_lock: { isLocked: true },
  call_hand: { isRaised: true },
  sfu_join: {},
  sfu_producers: {},
  sfu_connect: { transportId: 't', dtlsParameters: { fingerprints: [sha] } },
  sfu_restart_ice: { transportId: 't' },
  sfu_produce: { transportId: 't', source: 'microphone', rtpParameters: { codecs: [] } },
  sfu_pause: { producerId: 'p' },
  sfu_resume: { producerId: 'p' },
  sfu_close: { producerId: 'p' },
  sfu_consume: { transportId: 't', producerIds: ['p'], rtpCapabilities: {} },
  sfu_pause_consumer: { consumerId: 'c' },
  sfu_resume_consumer: { consumerId: 'c' },
  sfu_close_consumer: { consumerId: 'c' },
  sfu_layers: { consumerId: 'c', spatial: 0 },
  sfu_fit: { consumers: [{ consumerId: 'c', spatial: 0 }] },
};
const events = Object.keys(said) as (keyof typeof said)[];

/** What any device may say of a call to its person. */
const ofThePerson: readonly string[] = ['call_ringing', 'call_accepted', 'call_declined'];
const ofTheDevice = events.filter((event) => !ofThePerson.includes(event));
const signals = ['offer', 'answer', 'ice_candidate'] as const;
const ofMedia = events.filter((event) => event in sfuClientEvents);
const controls = events.filter((event) => event in callControlInputs);

describe.each(topologies)('who may speak in a call, %s', (_, start) => {
  let deployment: Deployment;
  let ada: Person;
  let bob: Person;
  let eve: Person;
  /** Bob's, in the session of the device that is in the call. */
  let tablet: Person;
  /** Bob's, signed in once more. */
  let elsewhere: Person;
  const deviceId = 'phone';

  beforeAll(async () => {
    deployment = await start();
  });

  afterAll(() => deployment.close());

  beforeEach(async () => {
    const arriving = ['ada', 'bob', 'eve'].map((name) => Person.arrive(deployment.url, name));
    [ada, bob, eve] = (await Promise.all(arriving)) as [Person, Person, Person];
    tablet = await bob.anotherDevice();
    elsewhere = await signedInAgain(bob);
  });

  afterEach(() => {
    for (const person of [ada, bob, eve, tablet, elsewhere]) {
      person.leave();
      expect(person.complaints).toEqual([]);
    }
  });

  const ringing = async (): Promise<CallId> =>
    (await ada.tell('call_user', { userId: bob.id, media: 'audio' })).callId;
  const answered = async (): Promise<CallId> => {
    const callId = await ringing();
    await bob.tell('call_accepted', { callId, deviceId });
    await bob.tell('call_heartbeat', { callId, deviceId, isConnected: true });
    return callId;
  };

  /** What is answered to each event: the code of a problem, or nothing. */
  const refusals = async (
    who: Person,
    callId: CallId,
    what: readonly (keyof typeof said)[] = events,
    device = deviceId,
  ) => {
    const codes: (string | undefined)[] = [];
    for (const event of what) {
      const ack = await who.ask(event, { callId, deviceId: device, ...said[event] });
      codes.push((ack as { problem?: { code: string } }).problem?.code);
    }
    return codes;
  };
  const forbidden = (what: readonly string[] = events) => what.map(() => 'forbidden');

  it('knows every event', () => {
    expect(['call_user', ...events].sort()).toEqual(Object.keys(callClientEvents).sort());
  });

  it('lets nobody else say anything, at any time', async () => {
    const first = await ringing();
    expect(await refusals(eve, first)).toEqual(forbidden());
    await ada.tell('end_call', { callId: first });
    const callId = await answered();
    expect(await refusals(eve, callId)).toEqual(forbidden());
    await ada.tell('end_call', { callId });
    expect(await refusals(eve, callId)).toEqual(forbidden());
  });

  it('tells nobody else of it', async () => {
    const callId = await answered();
    await ada.tell('offer', { callId, sdp: 'for Bob' });
    await refusals(eve, callId);
    await ada.tell('end_call', { callId });
    // Whatever was on its way has come before this.
    await ada.tell('call_user', { userId: eve.id, media: 'audio' });
    await eve.hears('call_incoming');
    expect(JSON.stringify(eve.heard)).not.toContain(callId);
    expect(JSON.stringify((await eve.get('/api/calls')).body)).not.toContain(callId);
  });

  it('lets nobody who is called speak to the other end before they answer', async () => {
    const callId = await ringing();
    const ways = ['call_reroute', 'call_invite'] as const;
    const what = [...signals, ...ways, 'call_media_state', 'call_heartbeat'] as const;
    expect(await refusals(bob, callId, what)).toEqual(forbidden(what));
  });

  it('lets one device speak, not another one, and none that has its name elsewhere', async () => {
    const callId = await answered();
    expect(await refusals(tablet, callId, ofTheDevice, 'tablet')).toEqual(forbidden(ofTheDevice));
    expect(await refusals(elsewhere, callId, ofTheDevice)).toEqual(forbidden(ofTheDevice));
    expect(await refusals(elsewhere, callId, ['call_accepted', 'call_declined'])).toEqual([
      'conflict',
      undefined,
    ]);
    const { call } = await bob.tell('call_heartbeat', { callId, deviceId });
    expect(call).toMatchObject({ state: 'active' });
  });

  it('has no hosts between two, and no hands', async () => {
    const callId = await answered();
    expect(await refusals(ada, callId, controls, ada.socket.id)).toEqual(forbidden(controls));
    expect(await refusals(bob, callId, controls)).toEqual(forbidden(controls));
  });

  it('says what is said to one device to no other, whatever they ask', async () => {
    const callId = await answered();
    await refusals(tablet, callId, ofTheDevice, 'tablet');
    await refusals(elsewhere, callId, ofTheDevice);
    await ada.tell('offer', { callId, sdp: 'for Bob' });
    await bob.hears('offer');
    await ada.tell('end_call', { callId });
    // On the same way as what was said before.
    for (const person of [tablet, elsewhere]) await person.hears('call_ended');
    expect(bob.all('offer')).toEqual([{ callId, sdp: 'for Bob' }]);
    for (const person of [ada, tablet, elsewhere])
      expect(signals.flatMap((event) => person.all(event))).toEqual([]);
  });
});

describe.each(topologies)('who may speak in a call of a group, %s', (_, start) => {
  let deployment: Deployment;
  let [ada, bob, carol, eve]: Person[] = [];
  let chatId: ChatId;
  let callId: CallId;

  beforeAll(async () => {
    deployment = await start();
    // The first one is a host of every call of theirs, as the owner of the workspace.
    await Person.register(deployment.url);
  });

  afterAll(() => deployment.close());

  beforeEach(async () => {
    const names = ['ada', 'bob', 'carol', 'eve'];
    const people = await Promise.all(names.map((name) => Person.arrive(deployment.url, name)));
    [ada, bob, carol, eve] = people;
    chatId = await ada!.group('a group', bob!, carol!);
    ({ callId } = await ada!.tell('call_user', { chatId, media: 'audio', deviceId: 'phone' }));
    await bob!.tell('call_accepted', { callId, deviceId: 'phone' });
  });

  afterEach(() => {
    for (const person of [ada!, bob!, carol!, eve!]) {
      person.leave();
      expect(person.complaints).toEqual([]);
    }
  });

  const codes = async (who: Person, what: readonly (keyof typeof said)[], deviceId = 'phone') => {
    const found: string[] = [];
    for (const event of what) {
      const ack = await who.ask(event, { callId, deviceId, ...said[event] });
      found.push((ack as { problem?: { code: string } }).problem?.code ?? 'ok');
    }
    return found;
  };
  const each = (what: readonly string[], code: string) => what.map(() => code);

  it('lets no stranger say anything, or hear of it', async () => {
    const others = events.filter((event) => event !== 'call_accepted');
    expect(await codes(eve!, others)).toEqual(each(others, 'forbidden'));
    expect(await codes(eve!, ['call_accepted'])).toEqual(['not_member']);
    expect((await eve!.get('/api/calls/live')).body).toEqual({ items: [] });
    await bob!.tell('end_call', { callId, deviceId: 'phone' });
    await carol!.hears('call_state', ({ call }) => call.version > 2);
    expect(JSON.stringify(eve!.heard)).not.toContain(callId);
  });

  it('lets a member come, and do nothing before', async () => {
    const said = [
      ...[...ofMedia, ...controls],
      ...(['call_reroute', 'call_invite', 'call_media_state', 'call_heartbeat'] as const),
    ];
    expect(await codes(carol!, said)).toEqual(each(said, 'forbidden'));
    expect(await codes(bob!, ofMedia, 'tablet')).toEqual(each(ofMedia, 'forbidden'));
    expect(await codes(bob!, signals)).toEqual(each(signals, 'forbidden'));
    expect(await codes(carol!, ['call_accepted', 'end_call'])).toEqual(['ok', 'ok']);
    expect(await codes(carol!, ofMedia)).toEqual(each(ofMedia, 'forbidden'));
  });

  it('tells who has left the chat nothing of the others, whatever they ask', async () => {
    expect(await codes(carol!, ['call_accepted', 'end_call'])).toEqual(['ok', 'ok']);
    expect((await carol!.post(`/api/chats/${chatId}/leave`)).status).toBe(204);
    const listed = async () => ((await carol!.get('/api/calls')).body as CallPage).items;
    await eventually(async () => expect((await listed())[0]!.version).toBe(0));
    const calls: Call[] = await listed();
    for (const event of ['call_ringing', 'call_declined', 'end_call'] as const)
      calls.push((await carol!.tell(event, { callId, deviceId: 'phone' })).call);
    const mine = [{ userId: carol!.id, state: 'left' }];
    expect(calls.map(({ id, parties, version }) => [id, parties, version])).toEqual(
      calls.map(() => [callId, mine, 0]),
    );
    expect(calls).toHaveLength(4);
  });

  it('lets hosts of it decide about others, who has come about themselves, on their device', async () => {
    expect(await codes(bob!, controls)).toEqual([
      'forbidden',
      'ok',
      'forbidden',
      'forbidden',
      'ok',
    ]);
    for (const isRaised of [true, false])
      expect(
        await bob!.ask('call_hand', { callId, deviceId: 'phone', isRaised, userId: ada!.id }),
      ).toMatchObject({ problem: { code: 'forbidden' } });
    expect(await codes(ada!, controls)).toEqual(['ok', 'ok', 'not_found', 'ok', 'ok']);
    for (const who of [ada!, bob!])
      expect(await codes(who, controls, 'tablet')).toEqual(each(controls, 'forbidden'));
  });

  it('lets an admin of the chat do what who has begun it may, but nothing to its owner', async () => {
    const remove = (who: Person, whom: Person) =>
      who.ask('call_remove', { callId, deviceId: 'phone', userId: whom.id });
    await ada!.put(`/api/chats/${chatId}/members/${bob!.id}`, { role: 'admin' });
    expect(await codes(bob!, ['call_mute', 'call_lock'])).toEqual(['ok', 'ok']);
    expect(await remove(bob!, ada!)).toMatchObject({ problem: { code: 'forbidden' } });
    expect(await remove(bob!, carol!)).toMatchObject({ ok: true });
    expect(await codes(carol!, ['call_accepted'])).toEqual(['call_removed']);
  });
});

describe.each(topologies)('who may see and join a call to which one is invited, %s', (_, start) => {
  let deployment: Deployment;
  let [ada, bob, carol, eve]: Person[] = [];
  let chatId: ChatId;
  let callId: CallId;
  const deviceId = 'phone';

  beforeAll(async () => {
    deployment = await start();
  });

  afterAll(() => deployment.close());

  beforeEach(async () => {
    const names = ['ada', 'bob', 'carol', 'eve'];
    const people = await Promise.all(names.map((name) => Person.arrive(deployment.url, name)));
    [ada, bob, carol, eve] = people;
    chatId = await ada!.direct(bob!);
    await ada!.send(chatId, 'between us');
    ({ callId } = await ada!.tell('call_user', { chatId, media: 'audio', deviceId }));
    await bob!.tell('call_accepted', { callId, deviceId });
  });

  afterEach(() => {
    for (const person of [ada!, bob!, carol!, eve!]) {
      person.leave();
      expect(person.complaints).toEqual([]);
    }
  });

  const code = async (who: Person, event: keyof typeof said, about: object = {}) => {
    const ack = await who.ask(event, { callId, deviceId, ...said[event], ...about });
    return (ack as { problem?: { code: string } }).problem?.code ?? 'ok';
  };
  const invite = (who: Person, whom: Person) => code(who, 'call_invite', { userId: whom.id });
  const liveFor = async (who: Person) =>
    ((await who.get('/api/calls/live')).body as LiveCalls).items.map(({ id }) => id);

  it('is for who was invited, who sees nothing else of the chat, and for no stranger', async () => {
    expect([await code(carol!, 'call_accepted'), await liveFor(carol!)]).toEqual(['forbidden', []]);
    expect(await invite(ada!, carol!)).toBe('ok');
    await carol!.hears('call_incoming', (news) => news.callId === callId);
    expect(await liveFor(carol!)).toEqual([callId]);
    for (const event of ofMedia) expect(await code(carol!, event)).toBe('forbidden');
    expect(await code(carol!, 'call_accepted')).toBe('ok');
    expect(await code(carol!, 'sfu_join')).toBe('ok');
    await carol!.hears('call_state', ({ call }) => call.parties.length === 3);

    expect((await carol!.get(`/api/chats/${chatId}`)).status).toBe(403);
    expect((await carol!.get(`/api/messages/${chatId}`)).status).toBe(403);
    await ada!.send(chatId, 'still between us');
    await bob!.hears('new_message', ({ text }) => text === 'still between us');

    for (const event of events) {
      const expected = event === 'call_accepted' ? 'not_member' : 'forbidden';
      expect([event, await code(eve!, event)]).toEqual([event, expected]);
    }
    expect(await liveFor(eve!)).toEqual([]);
    // Who has left may come back, and hears of it; on the same way as what was said before.
    expect(await code(carol!, 'end_call')).toBe('ok');
    expect(await code(carol!, 'sfu_join')).toBe('forbidden');
    expect(await code(carol!, 'call_accepted')).toBe('ok');
    for (const person of [ada!, bob!, carol!]) expect(await code(person, 'end_call')).toBe('ok');
    // It waits for who may come back. Whatever was on its way to them has come before this.
    const next = await ada!.tell('call_user', { userId: carol!.id, media: 'audio' });
    await carol!.hears('call_incoming', (news) => news.callId === next.callId);
    expect(JSON.stringify(carol!.heard)).not.toContain('between us');
    expect(JSON.stringify(eve!.heard)).not.toContain(callId);
    const mine = (await carol!.get('/api/calls')).body as CallPage;
    expect(mine.items.map(({ id }) => id)).toEqual([next.callId, callId]);
    expect((await eve!.get('/api/calls')).body).toMatchObject({ items: [] });
  });

  it('is by nobody for whom there is a block, nor of who is not there', async () => {
    await carol!.put(`/api/users/${ada!.id}/block`, {});
    expect(await invite(ada!, carol!)).toBe('blocked');
    expect(await code(ada!, 'call_invite', { userId: somebody })).toBe('not_found');
    expect(await invite(bob!, carol!)).toBe('ok');
    await carol!.hears('call_incoming', (news) => news.callId === callId);
    // It stops ringing there by a block, and goes on for the others.
    await carol!.put(`/api/users/${bob!.id}/block`, {});
    await carol!.hears('call_declined', (news) => news.callId === callId);
    expect(await code(bob!, 'call_heartbeat')).toBe('ok');
  });
});

/** The same person in a session of its own. */
async function signedInAgain(person: Person): Promise<Person> {
  const { username } = person.profile;
  const credentials = { username, password: person.password };
  const { body } = await person.post('/api/auth/login', credentials);
  const other = await person.anotherDevice();
  other.token = (body as { accessToken: string }).accessToken;
  await other.connect();
  return other;
}
