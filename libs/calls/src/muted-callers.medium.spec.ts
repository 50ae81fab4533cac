import type { Call } from '@app/contracts';
import { freshDatabaseUri } from '@app/platform/testing';
import { caller, CallsBench, chatOf, type Caller } from './testing/calls-bench.js';

const until = '2090-01-01T00:00:00.000Z';
const muted = { code: 'muted', params: { until } };

describe('Who is muted', () => {
  const [ada, bob, carol, dan, eve] = ['ada', 'bob', 'carol', 'dan', 'eve'].map((name) =>
    caller(name),
  ) as [Caller, Caller, Caller, Caller, Caller];
  const group = chatOf('ada', 'bob', 'carol');
  let bench: CallsBench;
  let service: Awaited<ReturnType<CallsBench['process']>>['service'];

  beforeEach(async () => {
    bench = new CallsBench();
    ({ service } = await bench.process(freshDatabaseUri()));
  });

  afterEach(() => bench.close());

  const mute = ({ actor }: Caller, end = until) => bench.people.mutes.set(actor.userId, end);
  const on = ({ id: callId }: Call, { deviceId }: Caller) => ({ callId, deviceId });
  const start = ({ actor, deviceId }: Caller, chatId = group) =>
    service.start(actor, { chatId, media: 'audio', deviceId });
  const accept = (call: Call, who: Caller) => service.accept(who.actor, on(call, who));

  it('neither calls nor accepts a call, alone or in a group, and declines it', async () => {
    mute(bob);
    await expect(start(bob)).rejects.toMatchObject(muted);
    for (const chatId of [group, chatOf('ada', 'bob')]) {
      const call = await start(ada, chatId);
      await expect(accept(call, bob)).rejects.toMatchObject(muted);
      const declined = await service.decline(bob.actor, on(call, bob));
      expect(declined.parties).toContainEqual(
        expect.objectContaining({ userId: bob.actor.userId, state: 'left' }),
      );
      await service.end(ada.actor, on(call, ada));
    }
  });

  it('comes into no call as a guest, and calls nobody to one', async () => {
    const call = await start(ada);
    await accept(call, carol);
    await service.invite(ada.actor, { ...on(call, ada), userId: dan.actor.userId });
    mute(dan);
    await expect(accept(call, dan)).rejects.toMatchObject(muted);
    mute(carol);
    const invitation = { ...on(call, carol), userId: eve.actor.userId };
    await expect(service.invite(carol.actor, invitation)).rejects.toMatchObject(muted);
    // Who is in it goes on hearing it, and leaves when they want to.
    expect(await service.pulse(carol.actor, on(call, carol))).toMatchObject({ state: 'active' });
  });

  it('comes into calls again when that is over', async () => {
    const call = await start(ada);
    await service.invite(ada.actor, { ...on(call, ada), userId: dan.actor.userId });
    mute(dan, '2001-01-01T00:00:00.000Z');
    expect(await accept(call, dan)).toMatchObject({ state: 'active' });
  });
});
