import type { Call, ProblemBody, ServerEventName } from '@app/contracts';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';

describe.each(topologies)('calls that may not be, %s', (_, start) => {
  let deployment: Deployment;
  let ada: Person;
  let bob: Person;

  beforeAll(async () => {
    deployment = await start({ PARLEY_CALLS_BURST: '8' });
  });

  afterAll(() => deployment.close());

  beforeEach(async () => {
    ada = await Person.arrive(deployment.url, 'ada');
    bob = await Person.arrive(deployment.url, 'bob');
  });

  afterEach(() => {
    for (const person of [ada, bob]) {
      person.leave();
      expect(person.complaints).toEqual([]);
    }
  });

  const call = async (who = ada, whom = bob): Promise<Call> =>
    (await who.tell('call_user', { userId: whom.id, media: 'audio' })).call;
  const answered = async (): Promise<string> => {
    const { id } = await call();
    await bob.tell('call_accepted', { callId: id });
    return id;
  };
  const hearsReason = (who: Person, callId: string, reason: string) =>
    who.hears('call_ended', (news) => news.callId === callId && news.call.reason === reason);

  it.each([
    ['the caller', () => ada, () => bob],
    ['the callee', () => bob, () => ada],
  ])('end at once by a block of %s, though both are there', async (_who, blocker, other) => {
    const callId = await answered();
    await blocker().put(`/api/users/${other().id}/block`, {});
    for (const person of [ada, bob]) await hearsReason(person, callId, 'cancelled');
    expect(await ada.ask('offer', { callId, sdp: 'x' })).toMatchObject({
      problem: { code: 'call_ended' },
    });
  });

  it('stop ringing by a block, which the caller sees as any other refusal', async () => {
    const { id } = await call();
    await bob.hears('call_incoming', ({ callId }) => callId === id);
    await bob.put(`/api/users/${ada.id}/block`, {});
    for (const person of [ada, bob]) await hearsReason(person, id, 'declined');
  });

  it('end with the session that is in them, before the lease of its device', async () => {
    const callId = await answered();
    await bob.post('/api/auth/logout');
    // By a lease it would have failed.
    await hearsReason(ada, callId, 'cancelled');
  });

  it('are refused to who rings one person without end, who may call others', async () => {
    const carol = await Person.arrive(deployment.url, 'carol');
    const rung = (event: ServerEventName) => bob.all(event).length;
    for (let n = 0; n < 2; n++) {
      const { id } = await call();
      await ada.tell('end_call', { callId: id });
    }
    const again = { userId: bob.id, media: 'audio' };
    const refused = (await ada.ask('call_user', again)) as { problem: ProblemBody };
    expect(refused.problem).toMatchObject({ code: 'rate_limited', status: 429 });
    expect(refused.problem.params['retryAfterMs']).toBeGreaterThan(0);
    const { id } = await call(ada, carol);
    await carol.hears('call_incoming', ({ callId }) => callId === id);
    await ada.tell('end_call', { callId: id });
    // Nor is who is called so often kept from calling.
    await call(bob, ada);
    await bob.hears('call_state', ({ call: { callerId } }) => callerId === bob.id);
    expect(rung('call_incoming')).toBe(2);
    carol.leave();
  });
});
