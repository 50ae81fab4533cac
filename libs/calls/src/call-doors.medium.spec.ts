import type { Call } from '@app/contracts';
import { freshDatabaseUri } from '@app/platform/testing';
import { emptyMs } from './call/group-rules.js';
import { caller, CallsBench, chatOf, type Caller } from './testing/calls-bench.js';

type Process = Awaited<ReturnType<CallsBench['process']>>;

describe('CallDoors', () => {
  const [ada, bob, carol, dan] = [caller('ada'), caller('bob'), caller('carol'), caller('dan')];
  let bench: CallsBench;
  let service: Process['service'];
  let clock: Process['clock'];
  let call: Call;

  /** A call of Ada, Bob and Carol, which Carol has left; Dan was a guest of it. */
  beforeEach(async () => {
    bench = new CallsBench();
    ({ service, clock } = await bench.process(freshDatabaseUri()));
    const chatId = chatOf('ada', 'bob', 'carol');
    call = await service.start(ada.actor, { chatId, media: 'audio', deviceId: ada.deviceId });
    for (const who of [bob, carol]) await service.accept(who.actor, on(who));
    await service.invite(ada.actor, { ...on(ada), userId: dan.actor.userId });
    await service.accept(dan.actor, on(dan));
    for (const who of [carol, dan]) await service.end(who.actor, on(who));
  });

  afterEach(() => bench.close());

  const on = ({ deviceId }: Caller) => ({ callId: call.id, deviceId });
  const listed = async ({ actor }: Caller) => (await service.list(actor, { limit: 1 })).items[0]!;
  /** All that they are told of it when they ask. */
  const asked = async (who: Caller) => [
    await service.ring(who.actor, on(who)),
    await service.decline(who.actor, on(who)),
    await service.end(who.actor, on(who)),
    await listed(who),
  ];
  const mine = { userId: carol.actor.userId, state: 'left' };

  it('show who has left the chat nothing of the others, however they ask', async () => {
    bench.gone.add(carol.actor.userId);
    for (const told of await asked(carol))
      expect(told).toMatchObject({ id: call.id, state: 'active', parties: [mine], version: 0 });
    bench.gone.clear();
    for (const told of await asked(carol)) expect(told.parties).toHaveLength(4);
  });

  it('show all of it to members and to guests, who may come again', async () => {
    for (const who of [ada, dan]) expect((await listed(who)).parties).toHaveLength(4);
    for (const told of await asked(dan)) {
      expect(told.parties[0]).toMatchObject({ state: 'joined', deviceId: ada.deviceId });
      expect(told.version).toBeGreaterThan(0);
    }
  });

  it('leave who has left the chat what became of it, and when', async () => {
    bench.gone.add(carol.actor.userId);
    for (const who of [ada, bob]) await service.end(who.actor, on(who));
    bench.time.pass(emptyMs);
    await clock.look();
    const { endedAt, startedAt, ...over } = await listed(carol);
    expect(over).toMatchObject({ state: 'ended', reason: 'completed', parties: [mine] });
    expect(Date.parse(endedAt!) - Date.parse(startedAt!)).toBe(emptyMs);
    expect(await service.pulse(carol.actor, on(carol))).toEqual({ ...over, endedAt, startedAt });
    expect((await listed(bob)).parties).toHaveLength(4);
  });
});
