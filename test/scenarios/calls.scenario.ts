import type { Call, CallPage, Chat, ChatId, ServerEvent } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';

describe.each(topologies)('two people who call each other, %s', (_, start) => {
  let deployment: Deployment;
  let ada: Person;
  let bob: Person;
  let chatId: ChatId;

  beforeAll(async () => {
    deployment = await start();
  });

  afterAll(() => deployment.close());

  beforeEach(async () => {
    ada = await Person.arrive(deployment.url, 'ada');
    bob = await Person.arrive(deployment.url, 'bob');
    chatId = await ada.direct(bob);
  });

  afterEach(() => {
    for (const person of [ada, bob]) {
      person.leave();
      expect(person.complaints).toEqual([]);
    }
  });

  const call = async (who = ada): Promise<Call> =>
    (await who.tell('call_user', { chatId, media: 'audio' })).call;
  const answered = async (): Promise<Call> => {
    const { id } = await call();
    await bob.hears('call_incoming', ({ callId }) => callId === id);
    return (await bob.tell('call_accepted', { callId: id })).call;
  };
  const refusal = async (who: Person, event: string, payload: object) =>
    (await who.ask(event, payload)) as { ok: boolean; problem?: { code: string; status: number } };

  /** The one message about the call, as both have it. */
  const told = async (callId: string) => {
    const messages = await eventually(async () => {
      const found = (await bob.log(chatId)).filter((message) => message.call?.callId === callId);
      expect(found).toHaveLength(1);
      return found;
    });
    expect((await ada.log(chatId)).filter(({ kind }) => kind === 'call')).toEqual(messages);
    expect(messages[0]!.senderId).toBe(ada.id);
    return messages[0]!.call;
  };

  it('rings on every device, is answered by one, and the others stop', async () => {
    const [phone, laptop] = [await bob.anotherDevice(), await bob.anotherDevice()];
    const started = await call();
    expect(started).toMatchObject({ state: 'ringing', callerId: ada.id });
    const callId = started.id;
    for (const device of [bob, phone, laptop]) {
      await device.hears('call_incoming', (news) => news.callId === callId);
      await device.hears('call_user', (news) => news.callId === callId);
    }
    await phone.tell('call_ringing', { callId });
    await ada.hears('call_ringing', (news) => news.callId === callId);

    const { call: mine } = await phone.tell('call_accepted', { callId });
    expect(mine.state).toBe('connecting');
    await ada.hears('call_accepted', (news) => news.callId === callId);
    for (const device of [bob, laptop])
      await device.hears('call_answered_elsewhere', ({ deviceId }) => deviceId === phone.socket.id);
    expect(await refusal(laptop, 'call_accepted', { callId })).toMatchObject({
      ok: false,
      problem: { code: 'conflict', status: 409 },
    });
    // Whoever has lost the answer asks again.
    expect((await phone.tell('call_accepted', { callId })).call.state).toBe('connecting');
    phone.leave();
    laptop.leave();
  });

  it('is one of the two when both call at once', async () => {
    const [first, second] = await Promise.all([call(ada), call(bob)]);
    expect(first.id).toBe(second.id);
    await eventually(async () => {
      const { call: now } = await ada.tell('call_heartbeat', { callId: first.id });
      expect(now).toMatchObject({ state: 'connecting' });
      expect(now.parties.map(({ state }) => state)).toEqual(['joined', 'joined']);
    });
  });

  it('carries what they say to each other, early or late, in order, and to nobody else', async () => {
    const { id: callId } = await call();
    const candidate = (n: number) => ({ callId, candidate: { candidate: `candidate:${n}` } });
    await Promise.all([
      ada.tell('offer', { callId, sdp: 'offer' }),
      ...[0, 1, 2, 3, 4].map((n) => ada.tell('ice_candidate', candidate(n))),
    ]);
    expect(bob.all('offer')).toEqual([]);
    const tablet = await bob.anotherDevice();
    await bob.tell('call_accepted', { callId });
    await Promise.all([5, 6, 7, 8].map((n) => ada.tell('ice_candidate', candidate(n))));
    await bob.hears('ice_candidate', ({ candidate: c }) => c?.candidate === 'candidate:8');
    expect(bob.all('offer')).toEqual([{ callId, sdp: 'offer' }]);
    expect(bob.all('ice_candidate').map(({ candidate: c }) => c?.candidate)).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8].map((n) => `candidate:${n}`),
    );
    await bob.tell('answer', { callId, sdp: 'answer' });
    await ada.hears('answer', ({ sdp }) => sdp === 'answer');
    expect([...tablet.all('offer'), ...tablet.all('ice_candidate')]).toEqual([]);

    const eve = await Person.arrive(deployment.url, 'eve');
    for (const [event, payload] of [
      ['offer', { callId, sdp: 'x' }],
      ['ice_candidate', candidate(9)],
      ['call_accepted', { callId }],
      ['call_declined', { callId }],
      ['call_heartbeat', { callId }],
      ['call_ringing', { callId }],
      ['end_call', { callId }],
    ] as const)
      expect(await refusal(eve, event, payload)).toMatchObject({ problem: { code: 'forbidden' } });
    // Nor does another device of theirs.
    expect(await refusal(tablet, 'offer', { callId, sdp: 'x' })).toMatchObject({
      problem: { code: 'forbidden' },
    });
    eve.leave();
    tablet.leave();
  });

  it('bears what is no signal, is too long, or is said of another call', async () => {
    const callId = (await answered()).id;
    const codeOf = async (event: string, payload: object) =>
      (await refusal(ada, event, { callId, ...payload })).problem?.code;
    const long = 'x'.repeat(40_001);
    for (const [event, payload] of [
      ['offer', { sdp: long }],
      ['answer', { sdp: 7 }],
      ['ice_candidate', { candidate: { candidate: long } }],
      ['ice_candidate', { candidate: { candidate: 'x', more: true } }],
      ['call_media_state', { media: { audio: true, video: true, screen: true, smell: true } }],
      ['sfu_consume', { transportId: 't', producerIds: Array(101).fill('p'), rtpCapabilities: {} }],
    ] as const)
      expect([event, await codeOf(event, payload)]).toEqual([event, 'validation_failed']);
    for (const id of ['', 'x'.repeat(1000), { $ne: null }, null])
      expect(await codeOf('offer', { sdp: 'x', callId: id })).toBe('validation_failed');
    const heard = bob.all('offer').length;
    expect(await codeOf('offer', { sdp: 'x', callId: 'a'.repeat(26) })).not.toBeUndefined();
    // All that was refused has hurt nobody: what comes next arrives.
    await ada.tell('offer', { callId, sdp: 'real' });
    await bob.hears('offer', (news) => news.callId === callId && news.sdp === 'real');
    expect(bob.all('offer')).toHaveLength(heard + 1);
    await ada.tell('end_call', { callId });
  });

  it('keeps the order of what is said while it is answered', async () => {
    for (let round = 0; round < 10; round++) {
      const { id: callId } = await call();
      const say = (n: number) =>
        ada.tell('ice_candidate', { callId, candidate: { candidate: `candidate:${n}` } });
      const all = Array.from({ length: 16 }, (_one, n) => n);
      const early = all.slice(0, 8).map(say);
      await early[2];
      await Promise.all([
        bob.tell('call_accepted', { callId }),
        ...early,
        ...all.slice(8).map(say),
      ]);
      await bob.hears('ice_candidate', (said) => said.callId === callId && isLast(said));
      const said = bob.all('ice_candidate').filter((one) => one.callId === callId);
      expect(said.map(({ candidate }) => candidate?.candidate)).toEqual(
        all.map((n) => `candidate:${n}`),
      );
      await bob.tell('end_call', { callId });
    }
  });

  const isLast = ({ candidate }: ServerEvent<'ice_candidate'>) =>
    candidate?.candidate === 'candidate:15';

  it('lasts until one of them ends it, and the chat tells how long', async () => {
    const { id: callId } = await answered();
    await bob.tell('call_heartbeat', { callId, isConnected: true });
    await ada.hears('call_state', ({ call: { state } }) => state === 'active');
    await ada.tell('call_media_state', {
      callId,
      media: { audio: false, video: true, screen: false },
    });
    await bob.hears('call_media_state', ({ userId, media }) => userId === ada.id && media.video);
    await bob.tell('end_call', { callId });
    for (const person of [ada, bob])
      await person.hears('call_ended', ({ call: { reason } }) => reason === 'completed');
    expect(await told(callId)).toMatchObject({ media: 'audio', reason: 'completed' });
    const message = (await ada.log(chatId)).find(({ kind }) => kind === 'call')!;
    expect((await ada.put(`/api/messages/${message.id}`, { text: 'x' })).status).toBe(403);
    const { body } = await ada.delete(`/api/messages/${message.id}`);
    expect(body).toMatchObject({ deletedBy: ada.id });
    expect(body).not.toHaveProperty('call');
    expect(await refusal(ada, 'offer', { callId, sdp: 'x' })).toMatchObject({
      problem: { code: 'call_ended' },
    });
    // Ended is ended.
    expect((await ada.tell('end_call', { callId })).call.reason).toBe('completed');
  });

  it.each([
    ['declined', () => bob, 'call_declined', 'call_declined'],
    ['cancelled', () => ada, 'end_call', 'call_cancelled'],
  ] as const)('is %s, and both see it', async (reason, who, event, news) => {
    const { id: callId } = await call();
    await who().tell(event, { callId });
    for (const person of [ada, bob]) {
      await person.hears(news, (said) => said.callId === callId);
      await person.hears('call_ended', (said) => said.call.reason === reason);
    }
    expect(await told(callId)).toMatchObject({ reason, seconds: 0 });
    // Both are free again.
    expect((await call(bob)).state).toBe('ringing');
  });

  it('is busy for a third, who may be called back', async () => {
    const { id } = await answered();
    const carol = await Person.arrive(deployment.url, 'carol');
    const { call: refused } = await carol.tell('call_user', { userId: bob.id, media: 'video' });
    expect(refused).toMatchObject({ state: 'ended', reason: 'busy' });
    await bob.hears('call_busy', (news) => news.call.callerId === carol.id);
    // Nor does Bob call anybody before he has ended this one.
    expect(await refusal(bob, 'call_user', { userId: carol.id, media: 'audio' })).toMatchObject({
      problem: { code: 'call_busy' },
    });
    await ada.tell('end_call', { callId: id });
    expect((await bob.tell('call_user', { userId: carol.id, media: 'audio' })).call.state).toBe(
      'ringing',
    );
    carol.leave();
  });

  it('is answered by who was called by two only once', async () => {
    const carol = await Person.arrive(deployment.url, 'carol');
    const { id: first } = await call();
    const { call: second } = await carol.tell('call_user', { userId: bob.id, media: 'audio' });
    expect(second.state).toBe('ringing');
    await bob.tell('call_accepted', { callId: first });
    expect(await refusal(bob, 'call_accepted', { callId: second.id })).toMatchObject({
      problem: { code: 'call_busy' },
    });
    carol.leave();
  });

  it('ends when the tab of one of them is closed', async () => {
    const { id: callId } = await answered();
    await bob.tell('call_heartbeat', { callId, isConnected: true });
    bob.leave();
    await ada.hears('call_ended', (news) => news.call.reason === 'completed');
    await bob.connect();
  });

  it('goes on when a socket is lost and another comes for the device', async () => {
    const deviceId = 'tab-1';
    const { call: started } = await ada.tell('call_user', { chatId, media: 'audio', deviceId });
    const callId = started.id;
    await bob.tell('call_accepted', { callId });
    await bob.tell('call_heartbeat', { callId, isConnected: true });
    await ada.connect();
    expect((await ada.tell('call_heartbeat', { callId, deviceId })).call.state).toBe('active');
    await bob.tell('offer', { callId, sdp: 'anew' });
    await ada.hears('offer', ({ sdp }) => sdp === 'anew');
  });

  it('stands in the list of both, and in nobody else’s', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) {
      const { id } = await call();
      ids.unshift(id);
      await ada.tell('end_call', { callId: id });
    }
    for (const person of [ada, bob]) {
      const { body } = await person.get('/api/calls?limit=2');
      const { items, page } = body as CallPage;
      const rest = (await person.get(`/api/calls?cursor=${page.nextCursor}`)).body as CallPage;
      expect([...items, ...rest.items].map(({ id }) => id)).toEqual(ids);
      expect(rest.page.hasMore).toBe(false);
      expect(items[0]).toMatchObject({ state: 'ended', reason: 'cancelled', callerId: ada.id });
    }
    const eve = await Person.register(deployment.url, 'eve');
    expect((await eve.get('/api/calls')).body).toMatchObject({ items: [] });
    expect((await eve.get('/api/calls?cursor=nonsense')).status).toBe(422);
  });

  it('is refused where nothing may be said', async () => {
    const { body } = await ada.post('/api/chats', { type: 'direct', memberIds: [] });
    const notes = (body as Chat).id;
    expect(await refusal(ada, 'call_user', { chatId: notes, media: 'audio' })).toMatchObject({
      problem: { code: 'validation_failed' },
    });
    const eve = await Person.arrive(deployment.url, 'eve');
    expect(await refusal(eve, 'call_user', { chatId, media: 'audio' })).toMatchObject({
      problem: { code: 'not_member' },
    });
    expect(await refusal(eve, 'call_user', { userId: 'nobody', media: 'audio' })).toMatchObject({
      problem: { code: 'not_found' },
    });
    expect((await bob.put(`/api/users/${ada.id}/block`, {})).status).toBe(204);
    await eventually(async () =>
      expect(await refusal(ada, 'call_user', { chatId, media: 'audio' })).toMatchObject({
        problem: { code: 'blocked' },
      }),
    );
    eve.leave();
  });
});
