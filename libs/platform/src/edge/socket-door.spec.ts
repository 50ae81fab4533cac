import { chatRoom, ChatId, problem, userRoom, type Room } from '@app/contracts';
import { eventually } from '../testing/eventually.js';
import { actorNamed, heardBy, SocketStage } from './testing/socket-stage.js';

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
