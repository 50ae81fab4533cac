import { once } from 'node:events';
import { chatRoom, ChatId, serverEvents, sessionRoom, userRoom } from '@app/contracts';
import { Pulse } from '../realtime/pulse.js';
import { Readiness } from '../health/readiness.js';
import { RealtimeMetrics } from '../realtime/realtime-metrics.js';
import { stopOnSignals } from '../http/stop-on-signals.js';
import { eventually } from '../testing/eventually.js';
import { maxEventBytes } from './bounded-parser.js';
import { actorNamed, heardBy, SocketStage } from './testing/socket-stage.js';

const ada = actorNamed('ada');
const bob = actorNamed('bob');
const typing = { chatId: 'c', isTyping: true };
const refused = (code: string) => ({
  ok: false,
  problem: expect.objectContaining({ code }) as unknown,
});

describe('EdgeSocketAdapter', () => {
  let stage: SocketStage;

  afterEach(() => stage.close());

  it('says ready, by its schema, once the socket is in all its rooms', async () => {
    stage = await SocketStage.open({ PARLEY_SOCKET_BURST: '7', PARLEY_SOCKET_RATE: '2' });
    const room = chatRoom(ChatId.parse('c'));
    stage.greeter.joinOnConnect(({ userId }) => Promise.resolve(userId === 'ada' ? [room] : []));

    const visitor = await stage.enter(ada);
    for (const each of [room, userRoom(ada.userId), sessionRoom(ada.sessionId)]) {
      stage.ports.publisher.publish(each, 'chat_deleted', { chatId: ChatId.parse('x') });
    }

    const ready = serverEvents.ready.parse(await heardBy(visitor, 'ready'));
    expect(ready).toMatchObject({
      sessionId: ada.sessionId,
      limits: { eventBurst: 7, eventsPerSecond: 2, maxEventBytes, heartbeatMs: 20_000 },
    });
    await eventually(() => expect(visitor.heard).toHaveLength(4));
  });

  it('leaves pings to one pulse, and stops it with the server', async () => {
    const [watch, stop] = [
      jest.spyOn(Pulse.prototype, 'watch'),
      jest.spyOn(Pulse.prototype, 'stop'),
    ];
    stage = await SocketStage.open();
    await stage.enter(ada);
    expect(watch).toHaveBeenCalledTimes(1);
    await stage.close();
    expect(stop).toHaveBeenCalled();
    jest.restoreAllMocks();
  });

  it('hands events over to gateways, with the actor, and acks their answers', async () => {
    stage = await SocketStage.open();
    const visitor = await stage.enter(ada);

    expect(await visitor.ask('typing', typing)).toEqual({ ok: true });
    expect(stage.gateway.heard).toEqual([['ada', 'c']]);
  });

  it('keeps the order of events of one socket', async () => {
    stage = await SocketStage.open();
    const { client, ask } = await stage.enter(ada);
    for (let n = 0; n < 50; n++) client.emit('typing', { chatId: `c${n}`, isTyping: true });
    await ask('typing', typing);
    expect(stage.gateway.heard.map(([, chat]) => chat)).toEqual([
      ...Array.from({ length: 50 }, (_, n) => `c${n}`),
      'c',
    ]);
  });

  describe('by rate', () => {
    it('refuses events beyond the burst, tells when to come again, and keeps the socket', async () => {
      stage = await SocketStage.open({ PARLEY_SOCKET_BURST: '5', PARLEY_SOCKET_RATE: '1' });
      const { client, ask } = await stage.enter(ada);
      const answers = await Promise.all(Array.from({ length: 8 }, () => ask('typing', typing)));

      expect(answers.slice(0, 5)).toEqual(Array(5).fill({ ok: true }));
      expect(answers.at(-1)).toEqual(refused('rate_limited'));
      const { params } = (answers.at(-1) as { problem: { params: { retryAfterMs: number } } })
        .problem;
      expect(params.retryAfterMs).toBeGreaterThan(0);
      expect(params.retryAfterMs).toBeLessThanOrEqual(1000);
      await eventually(async () => expect(await ask('typing', typing)).toEqual({ ok: true }));
      expect(client.connected).toBe(true);
    });

    it('counts all sockets of a person together, and nobody else', async () => {
      stage = await SocketStage.open({ PARLEY_SOCKET_BURST: '4', PARLEY_SOCKET_RATE: '0.001' });
      const [one, two, other] = [
        await stage.enter(ada),
        await stage.enter(ada),
        await stage.enter(bob),
      ];
      for (const { ask } of [one, two, one, two]) {
        expect(await ask('typing', typing)).toEqual({ ok: true });
      }
      expect(await one.ask('typing', typing)).toEqual(refused('rate_limited'));
      expect(await two.ask('typing', typing)).toEqual(refused('rate_limited'));
      expect(await other.ask('typing', typing)).toEqual({ ok: true });
    });
  });

  describe('while the token lives', () => {
    it('announces its end, and closes with token_expired', async () => {
      stage = await SocketStage.open({}, undefined, () => ({ accessTtl: 4 }));
      const visitor = await stage.enter(ada);

      const { expiresIn } = await heardBy(visitor, 'auth_expiring');
      expect(expiresIn).toBeLessThanOrEqual(2);
      expect(await visitor.ask('typing', typing)).toEqual({ ok: true });

      expect(await heardBy(visitor, 'problem')).toMatchObject({ code: 'token_expired' });
      await eventually(() => expect(visitor.client.connected).toBe(false));
    });

    it('lives on by refresh_auth', async () => {
      stage = await SocketStage.open({}, undefined, () => ({ accessTtl: 4 }));
      const visitor = await stage.enter(ada);
      const doomed = await stage.enter(bob);
      await heardBy(visitor, 'auth_expiring');

      const answer = await visitor.ask('refresh_auth', { token: stage.token(ada) });
      expect(answer).toMatchObject({ ok: true });

      await once(doomed.client as never, 'disconnect');
      expect(await visitor.ask('typing', typing)).toEqual({ ok: true });
    });

    it.each([
      ['of somebody else', () => stage.token(bob), 'forbidden'],
      ['forged', () => `${stage.token(ada)}x`, 'unauthenticated'],
      ['that is none', () => 7, 'validation_failed'],
    ])('refuses a token %s, and keeps the socket as it was', async (_, token, code) => {
      stage = await SocketStage.open();
      const visitor = await stage.enter(ada);
      expect(await visitor.ask('refresh_auth', { token: token() })).toEqual(refused(code));
      expect(await visitor.ask('typing', typing)).toEqual({ ok: true });
      expect(stage.gateway.heard).toEqual([['ada', 'c']]);
    });

    it('follows the session of a new token', async () => {
      stage = await SocketStage.open();
      const visitor = await stage.enter(ada);
      const next = actorNamed('ada', 'another');
      expect(await visitor.ask('refresh_auth', { token: stage.token(next) })).toMatchObject({
        ok: true,
      });

      const fact = { userId: ada.userId, sessionIds: [next.sessionId] };
      await stage.ports.eventBus.publish('session.revoked', fact);
      expect(await heardBy(visitor, 'problem')).toMatchObject({ code: 'unauthenticated' });
    });

    it('closes the sockets of a revoked session, told why, and no others', async () => {
      stage = await SocketStage.open();
      const [victim, other] = [await stage.enter(ada), await stage.enter(actorNamed('ada', 'two'))];

      const fact = { userId: ada.userId, sessionIds: [ada.sessionId] };
      await stage.ports.eventBus.publish('session.revoked', fact);

      expect(await heardBy(victim, 'problem')).toMatchObject({ code: 'unauthenticated' });
      await eventually(() => expect(victim.client.connected).toBe(false));
      expect(await other.ask('typing', typing)).toEqual({ ok: true });
    });

    it('refuses the next event of a revoked session, even if the fact was lost', async () => {
      stage = await SocketStage.open();
      const visitor = await stage.enter(ada);
      await stage.ports.revocations.revoke([ada.sessionId], 60_000);

      expect(await visitor.ask('typing', typing)).toEqual(refused('unauthenticated'));
      await eventually(() => expect(visitor.client.connected).toBe(false));
      expect(stage.gateway.heard).toEqual([]);
    });
  });

  describe('when the process stops', () => {
    it('says draining, answers what it has taken, and refuses the rest', async () => {
      stage = await SocketStage.open();
      const visitor = await stage.enter(ada);
      let release = (): void => undefined;
      stage.gateway.released = new Promise((resolve) => (release = resolve));
      const answer = visitor.ask('join_chat', { chatId: 'c' });
      await eventually(() => expect(stage.gateway.heard).toHaveLength(1));

      const closed = stage.app.close();
      expect(await heardBy(visitor, 'draining')).toEqual({ reconnectWithinMs: 5000 });
      expect(await visitor.ask('typing', typing)).toEqual(refused('draining'));
      expect(await stage.knock(stage.token(bob))).toMatchObject({ code: 'draining', status: 503 });
      release();

      expect(await answer).toEqual({ ok: true });
      await eventually(() => expect(visitor.client.connected).toBe(false));
      await closed;
    });

    it('does not wait for who takes no notice of the end', async () => {
      stage = await SocketStage.open();
      const { socket } = await stage.enterRaw(ada);
      // A device that sleeps: what is said to it stays in its buffers.
      socket.pause();
      const exits: number[] = [];
      stopOnSignals(stage.app, { exit: (code) => exits.push(code) });
      process.emit('SIGTERM');
      await eventually(() => expect(exits).toEqual([0]), 40_000);
    });

    it('closes so that stock clients come back by themselves', async () => {
      stage = await SocketStage.open();
      const { client } = await stage.enter(ada);
      const gone = once(client as never, 'disconnect');
      await stage.app.close();
      expect(await gone).toEqual(expect.arrayContaining(['transport close']));
    });
  });

  it('sends sockets elsewhere while the process is paused, and takes them again after', async () => {
    stage = await SocketStage.open();
    const readiness = stage.app.get(Readiness);
    const visitor = await stage.enter(ada);
    const gone = once(visitor.client as never, 'disconnect');

    await readiness.pause(true);

    expect(await gone).toEqual(expect.arrayContaining(['transport close']));
    expect(visitor.heard).toContainEqual(['draining', { reconnectWithinMs: 5000 }]);
    expect(await stage.connectRaw().outcome).toBe('refused');
    const stubborn = stage.connect(stage.token(bob), { reconnection: true });
    await once(stubborn.client as never, 'connect_error');

    await readiness.pause(false);

    await eventually(() => expect(stubborn.client.connected).toBe(true));
    expect(await (await stage.enter(ada)).ask('typing', typing)).toEqual({ ok: true });
  });

  it('counts, and forgets what is gone', async () => {
    stage = await SocketStage.open();
    const metrics = stage.app.get(RealtimeMetrics);
    const visitors = [await stage.enter(ada), await stage.enter(bob)];
    await visitors[0]!.ask('typing', typing);
    await visitors[0]!.ask('nothing', {});
    await stage.knock('forged');
    expect(metrics).toMatchObject({
      sockets: 2,
      events: 1,
      refusedEvents: 1,
      refusedHandshakes: 1,
    });

    for (const { client } of visitors) client.close();
    await eventually(() => expect(metrics.sockets).toBe(0));
  });
});
