import { chatRoom, userRoom, type Call } from '@app/contracts';
import { freshDatabaseUri } from '@app/platform/testing';
import { leaseMs } from './call/call-rules.js';
import { caller, CallsBench, chatOf, stateOf, type Caller } from './testing/calls-bench.js';

describe('CallEvictions', () => {
  let bench: CallsBench;
  let service: Awaited<ReturnType<CallsBench['process']>>['service'];
  const [ada, bob] = [caller('ada'), caller('bob')];
  const [adaId, bobId] = [ada.actor.userId, bob.actor.userId];

  beforeEach(async () => {
    bench = new CallsBench();
    ({ service } = await bench.process(freshDatabaseUri()));
  });

  afterEach(() => bench.close());

  const deviceOf = (call: Call, { deviceId }: Caller) => ({ callId: call.id, deviceId });
  const ringing = () =>
    service.start(ada.actor, {
      chatId: chatOf(adaId, bobId),
      media: 'audio',
      deviceId: ada.deviceId,
    });
  const active = async () => {
    const call = await ringing();
    await service.accept(bob.actor, deviceOf(call, bob));
    return service.pulse(bob.actor, { ...deviceOf(call, bob), isConnected: true });
  };
  /** What has become of it by facts alone: time stands still. */
  const after = async () => {
    await bench.facts.close();
    return stateOf((await service.list(ada.actor, { limit: 1 })).items[0]!);
  };
  const block = (userId = adaId, otherId = bobId) => {
    bench.people.blocks.add(`${userId} ${otherId}`);
    return bench.facts.publish('user.blocked', { userId, otherId });
  };

  it.each([
    ['cancelled', 'the caller while it rings', ringing, adaId, bobId],
    ['declined', 'the callee while it rings', ringing, bobId, adaId],
    ['completed', 'the caller while they talk', active, adaId, bobId],
    ['completed', 'the callee while they talk', active, bobId, adaId],
  ] as const)('ends as %s by a block of %s', async (reason, _, begin, who, whom) => {
    await begin();
    await block(who, whom);
    expect(await after()).toBe(reason);
    expect(bench.ear.said.filter(({ event }) => event === 'call_ended')).toHaveLength(2);
  });

  it('ends by a block that is told while nothing is heard of its devices', async () => {
    const call = await active();
    bench.time.advance(leaseMs + 1);
    await block();
    await bench.facts.close();
    const pulse = service.pulse(bob.actor, { ...deviceOf(call, bob), isConnected: true });
    expect((await pulse).reason).toBe('completed');
  });

  it('puts out who is removed from the chat while nothing is heard of any device', async () => {
    const chatId = chatOf('ada', 'bob', 'carol');
    const wish = { chatId, media: 'audio', deviceId: ada.deviceId } as const;
    const call = await service.start(ada.actor, wish);
    await service.accept(bob.actor, deviceOf(call, bob));
    bench.time.advance(leaseMs + 1);
    bench.gone.add(bobId);
    await bench.facts.publish('chat.changed', { chatId, userIds: [bobId] });
    await bench.facts.close();
    const { parties } = await service.pulse(ada.actor, {
      ...{ ...deviceOf(call, ada), isConnected: true },
    });
    expect(parties.find(({ userId }) => userId === bobId)?.state).toBe('left');
  });

  it.each([
    ['a block ends', () => bench.facts.publish('user.blocked', { userId: adaId, otherId: bobId })],
    ['one of them blocks somebody else', () => block(adaId, caller('carol').actor.userId)],
  ])('goes on when %s', async (_, tell) => {
    await active();
    await tell();
    expect(await after()).toBe('active');
  });

  it.each([
    ['the caller', ada],
    ['the callee', bob],
  ])('ends with the session of %s', async (_, { actor }) => {
    await active();
    const { userId, sessionId } = actor;
    await bench.facts.publish('session.revoked', { userId, sessionIds: [sessionId] });
    expect(await after()).toBe('completed');
  });

  describe('of a chat that is deleted', () => {
    const chatId = chatOf('ada', 'bob', 'carol');
    const dan = caller('dan');
    const begun = () =>
      service.start(ada.actor, { chatId, media: 'audio', deviceId: ada.deviceId });
    const deleted = async () => {
      bench.deleted.add(chatId);
      await bench.facts.publish('chat.changed', { chatId, userIds: [adaId, bobId] });
      return after();
    };
    const toldOf = (event: string) =>
      bench.ear.said.filter((said) => said.event === event).map(({ room }) => room);

    it('ends at once for all: who is in it, whom it rings for, and guests', async () => {
      const call = await begun();
      await service.accept(bob.actor, deviceOf(call, bob));
      await service.invite(bob.actor, { ...deviceOf(call, bob), userId: dan.actor.userId });
      await service.accept(dan.actor, deviceOf(call, dan));
      expect(await deleted()).toBe('completed');
      const people = [ada, bob, dan].map(({ actor }) => userRoom(actor.userId));
      expect(toldOf('call_ended').toSorted()).toEqual([chatRoom(chatId), ...people].toSorted());
      // It rings for Carol no more.
      expect(toldOf('call_missed')).toEqual([userRoom(caller('carol').actor.userId)]);
    });

    it('is cancelled where nobody has come yet', async () => {
      await begun();
      expect(await deleted()).toBe('cancelled');
    });

    it('ends as well where all have left it, and might come back', async () => {
      const call = await begun();
      await service.accept(bob.actor, deviceOf(call, bob));
      for (const who of [ada, bob]) await service.end(who.actor, deviceOf(call, who));
      expect(toldOf('call_ended')).toEqual([]);
      expect(await deleted()).toBe('completed');
    });
  });

  it('goes on when another session of theirs ends', async () => {
    await active();
    const { userId, sessionId } = caller('bob', 'tablet').actor;
    await bench.facts.publish('session.revoked', { userId, sessionIds: [sessionId] });
    expect(await after()).toBe('active');
  });

  it('goes on ringing elsewhere when a session of the callee ends', async () => {
    await ringing();
    const { userId, sessionId } = bob.actor;
    await bench.facts.publish('session.revoked', { userId, sessionIds: [sessionId] });
    expect(await after()).toBe('ringing');
  });
});
