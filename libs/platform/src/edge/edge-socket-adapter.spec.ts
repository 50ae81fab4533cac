import { once } from 'node:events';
import {
  chatRoom,
  ChatId,
  problem,
  serverEvents,
  sessionRoom,
  userRoom,
  type Room,
} from '@app/contracts';
import { RealtimeMetrics } from '../realtime/realtime-metrics.js';
import { eventually } from '../testing/eventually.js';
import { maxEventBytes } from './bounded-parser.js';
import { actorNamed, heardBy, SocketStage } from './testing/socket-stage.js';

const ada = actorNamed('ada');
const bob = actorNamed('bob');
const typing = { chatId: 'c', isTyping: true };
const refused = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) });

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

  describe('at the door', () => {
    it('takes the token from the Authorization header as well', async () => {
      stage = await SocketStage.open();
      const extraHeaders = { authorization: `Bearer ${stage.token(ada)}` };
      const visitor = stage.connect(undefined, { extraHeaders });
      expect(await heardBy(visitor, 'ready')).toMatchObject({ sessionId: ada.sessionId });
    });

    it('refuses no token, a forged one, and those of a revoked session', async () => {
      stage = await SocketStage.open();
      const token = stage.token(ada);
      const none = `${btoa('{"alg":"none"}')}.${token.split('.')[1]}.`;
      await stage.ports.revocations.revoke([bob.sessionId], 60_000);

      const tries = [undefined, '', 7, {}, [], 'x.y.z', `${token}x`, none, stage.token(bob)];
      for (const each of tries) {
        expect(await stage.knock(each)).toMatchObject({ code: 'unauthenticated', status: 401 });
      }
    });

    it('refuses an expired token', async () => {
      stage = await SocketStage.open({}, undefined, () => ({ accessTtl: -1 }));
      expect(await stage.knock(stage.token(ada))).toMatchObject({ code: 'token_expired' });
    });

    it('lets pages of known origins in, and what is no page', async () => {
      stage = await SocketStage.open({ CLIENT_URL: 'https://chat.example, https://two.example' });
      const own = `http://127.0.0.1:${stage.port}`;
      for (const origin of ['https://chat.example', 'https://two.example', own]) {
        await stage.enter(ada, { extraHeaders: { origin } });
      }
    });

    it('refuses pages of any other origin', async () => {
      stage = await SocketStage.open({ CLIENT_URL: 'https://chat.example' });
      const foreign = [
        'https://evil.example',
        'http://chat.example',
        'null',
        'https://chat.example.evil.example',
      ];
      for (const origin of foreign) {
        const refusal = await stage.knock(stage.token(ada), { extraHeaders: { origin } });
        expect(refusal).toMatchObject({ code: 'forbidden' });
      }
    });

    it('counts the sockets of a person, and forgets those that left', async () => {
      stage = await SocketStage.open({ PARLEY_SOCKETS_PER_USER: '2' });
      const [first] = [await stage.enter(ada), await stage.enter(ada)];

      const refusal = await stage.knock(stage.token(ada));
      expect(refusal).toMatchObject({ code: 'rate_limited', params: { retryAfterMs: 30_000 } });
      await stage.enter(bob);

      first.client.close();
      await eventually(() => stage.enter(ada));
    });

    it('counts the connections of an address, and forgets those that left', async () => {
      stage = await SocketStage.open({ PARLEY_SOCKETS_PER_ADDRESS: '2' });
      const [first] = [await stage.enter(ada), await stage.enter(bob)];

      expect(await stage.knock(stage.token(ada))).toMatchObject({ code: 'rate_limited' });

      first.client.close();
      await eventually(async () => {
        const visitor = stage.connect(stage.token(ada));
        await Promise.race([heardBy(visitor, 'ready'), failure(visitor)]);
      });
    });

    it('accepts no connection at all far beyond the cap of an address', async () => {
      stage = await SocketStage.open({ PARLEY_SOCKETS_PER_ADDRESS: '1' });
      const silent = Array.from({ length: 30 }, () => stage.connectRaw());
      const outcomes = await Promise.all(silent.map(({ outcome }) => outcome));
      expect(outcomes.filter((outcome) => outcome === 'open')).toHaveLength(17);
    });

    it('tells people behind a trusted proxy apart, and believes nobody else', async () => {
      stage = await SocketStage.open({
        PARLEY_SOCKETS_PER_ADDRESS: '1',
        PARLEY_TRUST_PROXY: '1',
      });
      const from = (address: string) => ({ extraHeaders: { 'x-forwarded-for': address } });
      await stage.enter(ada, from('10.0.0.1'));
      await stage.enter(bob, from('9.9.9.9, 10.0.0.2'));
      const refusal = await stage.knock(stage.token(ada), from('8.8.8.8, 10.0.0.2'));
      expect(refusal).toMatchObject({ code: 'rate_limited' });
    });

    it('tells the problem and lets go when the rooms cannot be looked up', async () => {
      stage = await SocketStage.open();
      stage.greeter.joinOnConnect(() =>
        Promise.reject(problem('service_unavailable', { service: 'access' })),
      );
      const visitor = stage.connect(stage.token(ada));
      expect(await heardBy(visitor, 'problem')).toMatchObject({ code: 'service_unavailable' });
      await eventually(() => expect(visitor.client.connected).toBe(false));
    });

    it('does not join a room from which it is evicted while its rooms are looked up', async () => {
      stage = await SocketStage.open();
      const [secret, open] = [chatRoom(ChatId.parse('secret')), chatRoom(ChatId.parse('open'))];
      let answer = (_: Room[]): void => undefined;
      const asked = new Promise<void>((resolve) => {
        stage.greeter.joinOnConnect(() => {
          resolve();
          return new Promise<Room[]>((tell) => (answer = tell));
        });
      });
      const visitor = stage.connect(stage.token(ada));
      await asked;

      stage.ports.publisher.evict(userRoom(ada.userId), secret);
      answer([secret, open]);
      await heardBy(visitor, 'ready');
      stage.ports.publisher.publish(secret, 'chat_deleted', { chatId: ChatId.parse('secret') });
      stage.ports.publisher.publish(open, 'chat_deleted', { chatId: ChatId.parse('open') });

      await eventually(() =>
        expect(visitor.heard.at(-1)).toEqual(['chat_deleted', { chatId: 'open' }]),
      );
      expect(visitor.heard.map(([event]) => event)).toEqual(['ready', 'chat_deleted']);
    });
  });

  describe('for what it cannot use', () => {
    it.each([
      ['an unknown event', 'no_such_event', {}, 'not_found'],
      ['a name of Object', 'constructor', {}, 'not_found'],
      ['a name of the emitter', 'error', {}, 'not_found'],
      ['no payload', 'typing', undefined, 'validation_failed'],
      ['a number', 'typing', 7, 'validation_failed'],
      ['a string', 'typing', 'c', 'validation_failed'],
      ['null', 'typing', null, 'validation_failed'],
      ['a list', 'typing', [typing], 'validation_failed'],
      ['an unknown field', 'typing', { ...typing, more: 1 }, 'validation_failed'],
      ['an operator', 'typing', { chatId: { $gt: '' }, isTyping: true }, 'validation_failed'],
      ['a binary payload', 'typing', Buffer.from('x'), 'validation_failed'],
      ['a payload with binary parts', 'typing', { chatId: Buffer.alloc(9) }, 'validation_failed'],
      ['a large payload', 'typing', { chatId: 'x'.repeat(70_000) }, 'payload_too_large'],
      [
        'a payload of large characters',
        'typing',
        { chatId: '🙂'.repeat(17_000) },
        'payload_too_large',
      ],
      ['a handler with a bug', 'heartbeat', {}, 'internal'],
    ])('acks a problem for %s, and the socket stays usable', async (_, event, payload, code) => {
      stage = await SocketStage.open();
      const { client, ask } = await stage.enter(ada);

      expect(await ask(event, payload)).toEqual(refused(code));

      expect(await ask('typing', typing)).toEqual({ ok: true });
      expect(client.connected).toBe(true);
      expect(stage.gateway.heard).toHaveLength(1);
    });

    it('acks a problem for more than one payload', async () => {
      stage = await SocketStage.open();
      const { ask } = await stage.enter(ada);
      expect(await ask('typing', typing, typing)).toEqual(refused('validation_failed'));
    });

    it('emits the problem where no ack was asked for', async () => {
      stage = await SocketStage.open();
      const visitor = await stage.enter(ada);
      visitor.client.emit('no_such_event', {});
      expect(await heardBy(visitor, 'problem')).toMatchObject({ code: 'not_found' });
    });

    it.each([
      ['no JSON', '42[oops'],
      ['no event', '42'],
      ['an event that is no list', '42{"a":1}'],
      ['an event without a name', '42[]'],
      ['an event named by an object', '42[{}]'],
      ['an event named by a number', '427[5]'],
      ['a reserved name', '42["disconnect"]'],
      ['an unknown type of packet', '49'],
      ['no packet', '4'],
      ['too many attachments', '4599-["typing",{"_placeholder":true,"num":0}]'],
      ['a prototype', '42["__proto__",{"__proto__":{"x":1}}]'],
    ])('answers a packet that is none (%s) by a problem, and goes on', async (_, packet) => {
      stage = await SocketStage.open();
      const { socket, frames } = await stage.enterRaw(ada);

      socket.send(packet);
      await eventually(() =>
        expect(frames[0]).toMatch(/^4(2|3\d+)\[.*(validation_failed|not_found)/),
      );
      socket.send(`4217["typing",${JSON.stringify(typing)}]`);

      await eventually(() => expect(frames.at(-1)).toBe('4317[{"ok":true}]'));
    });

    it('takes a limit of 64 KB for what it says', async () => {
      stage = await SocketStage.open();
      const { socket, frames } = await stage.enterRaw(ada);
      // Without "4", which is the frame's own.
      const frame = (size: number) => {
        const [head, tail] = ['21["typing",{"chatId":"', '"}]'];
        return `4${head}${'x'.repeat(size - head.length - tail.length)}${tail}`;
      };
      socket.send(frame(maxEventBytes));
      await eventually(() => expect(frames[0]).toContain('validation_failed'));
      socket.send(frame(maxEventBytes + 1));
      await eventually(() => expect(frames[1]).toContain('payload_too_large'));
    });

    it('lets go of who sends more than a megabyte at once, and goes on for others', async () => {
      stage = await SocketStage.open();
      const [large, other] = [await stage.enter(ada), await stage.enter(bob)];
      large.client.emit('typing', { chatId: 'x'.repeat(1_100_000) });
      await once(large.client as never, 'disconnect');
      expect(await other.ask('typing', typing)).toEqual({ ok: true });
    });

    it('survives bytes that are not even frames of the engine', async () => {
      stage = await SocketStage.open();
      const other = await stage.enter(bob);
      for (const bytes of ['x', '', '4\0', Buffer.alloc(3), '2', '6', '0{}', '5']) {
        const { socket } = await stage.enterRaw(ada);
        socket.send(bytes);
      }
      expect(await other.ask('typing', typing)).toEqual({ ok: true });
    });
  });

  describe('by rate', () => {
    it('refuses events beyond the burst, tells when to come again, and keeps the socket', async () => {
      stage = await SocketStage.open({ PARLEY_SOCKET_BURST: '5', PARLEY_SOCKET_RATE: '20' });
      const { client, ask } = await stage.enter(ada);
      const answers = await Promise.all(Array.from({ length: 8 }, () => ask('typing', typing)));

      expect(answers.slice(0, 5)).toEqual(Array(5).fill({ ok: true }));
      expect(answers.at(-1)).toEqual(refused('rate_limited'));
      const { params } = (answers.at(-1) as { problem: { params: { retryAfterMs: number } } })
        .problem;
      expect(params.retryAfterMs).toBeGreaterThan(0);
      expect(params.retryAfterMs).toBeLessThanOrEqual(50);
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
      stage = await SocketStage.open({}, undefined, () => ({ accessTtl: 2 }));
      const visitor = await stage.enter(ada);

      const { expiresIn } = await heardBy(visitor, 'auth_expiring');
      expect(expiresIn).toBeLessThanOrEqual(1);
      expect(await visitor.ask('typing', typing)).toEqual({ ok: true });

      expect(await heardBy(visitor, 'problem')).toMatchObject({ code: 'token_expired' });
      await eventually(() => expect(visitor.client.connected).toBe(false));
    });

    it('lives on by refresh_auth', async () => {
      stage = await SocketStage.open({}, undefined, () => ({ accessTtl: 2 }));
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

    it('closes so that stock clients come back by themselves', async () => {
      stage = await SocketStage.open();
      const { client } = await stage.enter(ada);
      const gone = once(client as never, 'disconnect');
      await stage.app.close();
      expect(await gone).toEqual(expect.arrayContaining(['transport close']));
    });
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

async function failure({ client }: { client: unknown }): Promise<never> {
  const [error] = (await once(client as never, 'connect_error')) as [Error];
  throw error;
}
