import { once } from 'node:events';
import { chatRoom, ChatId, problem, userRoom, type Room } from '@app/contracts';
import { RealtimeMetrics } from '../realtime/realtime-metrics.js';
import { eventually } from '../testing/eventually.js';
import { actorNamed, heardBy, problemAt, SocketStage } from './testing/socket-stage.js';

const ada = actorNamed('ada');
const bob = actorNamed('bob');

describe('SocketDoor, before EdgeSocketAdapter', () => {
  let stage: SocketStage;

  afterEach(() => stage.close());

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

    it('takes tokens in production by TLS, or from this machine, and by nothing else', async () => {
      stage = await SocketStage.open({ NODE_ENV: 'production', PARLEY_TRUST_PROXY: '1' });
      const by = (protocol: string) => ({
        extraHeaders: { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': protocol },
      });
      const refusal = await stage.knock(stage.token(ada), by('http'));
      expect(refusal).toMatchObject({ code: 'insecure_transport', status: 403 });
      await stage.enter(ada, by('https'));
      await stage.enter(ada);
    });

    it('does not mind the transport where it is not production', async () => {
      stage = await SocketStage.open();
      await stage.enter(ada, { extraHeaders: { 'x-forwarded-for': '203.0.113.9' } });
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
        await stage.enter(ada);
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

    it('refuses any other namespace, and lets go of who wanted nothing else', async () => {
      stage = await SocketStage.open();
      for (const name of ['/admin', '/a/b', `/${'x'.repeat(1000)}`, '/__proto__']) {
        const other = stage.connectTo(name, ada);
        expect(await problemAt(other)).toMatchObject({ code: 'not_found', status: 404 });
      }
      const raw = await stage.speakRaw('40/admin,{}');
      expect(raw.frames.at(-1)).toMatch(/^44\/admin,.*not_found/);
      await once(raw.socket, 'close');
    });

    it('refuses another namespace on a connection that goes on with its own', async () => {
      stage = await SocketStage.open();
      const visitor = await stage.enter(ada);
      const beside = visitor.client.io.socket('/admin', { auth: { token: stage.token(ada) } });
      expect(await problemAt(beside)).toMatchObject({ code: 'not_found' });
      expect(visitor.client.connected).toBe(true);
      expect(await visitor.ask('typing', { chatId: 'c', isTyping: true })).toEqual({ ok: true });
    });

    it('counts them with the events of a person, and with the handshakes', async () => {
      stage = await SocketStage.open({ PARLEY_SOCKET_BURST: '3', PARLEY_SOCKET_RATE: '0.001' });
      const { socket, frames } = await stage.enterRaw(ada);
      for (let n = 0; n < 5; n++) socket.send(`40/n${n},{}`);
      await eventually(() => expect(frames).toHaveLength(5));
      socket.send('421["typing",{"chatId":"c","isTyping":true}]');
      await eventually(() => expect(frames).toHaveLength(6));
      const codes = frames.map((frame) => /"code":"(\w+)"/.exec(frame)?.[1]);
      expect(codes).toEqual([
        ...Array<string>(3).fill('not_found'),
        ...Array<string>(3).fill('rate_limited'),
      ]);
      expect(stage.app.get(RealtimeMetrics)).toMatchObject({ refusedHandshakes: 5, sockets: 1 });
    });

    it('keeps nothing of the names', async () => {
      stage = await SocketStage.open();
      const { socket, frames } = await stage.enterRaw(ada);
      for (let n = 0; n < 50; n++) socket.send(`40/n${n},{}`);
      await eventually(() => expect(frames).toHaveLength(50));
      expect(stage.namespaces()).toEqual(['/']);
    });

    it('cuts off who asks for namespaces on and on and reads no answer', async () => {
      stage = await SocketStage.open();
      const { socket } = await stage.enterRaw(ada);
      const metrics = stage.app.get(RealtimeMetrics);
      socket.pause();
      // What is answered has the name in it.
      const frame = `40/${'x'.repeat(2000)},{}`;
      for (let sent = 0; sent < 50_000 && metrics.slowReaders === 0; sent += 500) {
        for (let n = 1; n < 500; n++) socket.send(frame);
        await new Promise((done) => socket.send(frame, done));
      }
      await eventually(() => expect(metrics).toMatchObject({ slowReaders: 1, sockets: 0 }));
    });

    it('answers few bad handshakes of one connection, and ends it', async () => {
      stage = await SocketStage.open();
      const { socket, frames } = await stage.speakRaw('40/admin,{}');
      for (let n = 0; n < 20; n++) socket.send('40{"token":"forged"}');
      for (let n = 0; n < 20; n++) socket.send('40/admin,{}');
      await eventually(() => expect(socket.readyState).toBe(socket.CLOSED));
      expect(frames.filter((frame) => frame.startsWith('44')).length).toBeLessThan(3);
    });

    it('lets one connection be one socket, however often it asks at once', async () => {
      stage = await SocketStage.open({ PARLEY_SOCKETS_PER_USER: '2' });
      let welcomed = 0;
      stage.greeter.joinOnConnect(() => {
        welcomed++;
        return Promise.resolve([]);
      });
      const hello = `40${JSON.stringify({ token: stage.token(ada) })}`;
      const { socket } = await stage.speakRaw(...Array<string>(20).fill(hello));
      await eventually(() => expect(socket.readyState).toBe(socket.CLOSED));
      await eventually(() => expect(stage.app.get(RealtimeMetrics).sockets).toBe(0));
      expect(welcomed).toBeLessThanOrEqual(1);
    });

    it('ends the connection of who leaves', async () => {
      stage = await SocketStage.open();
      const { socket } = await stage.enterRaw(ada);
      socket.send('41');
      await once(socket, 'close');
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
});
