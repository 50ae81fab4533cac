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
