import { ChatId, chatRoom, userRoom } from '@app/contracts';
import { adapters } from '../adapters.js';
import { eventually } from '../testing/eventually.js';
import { RedisProcess } from '../testing/redis-process.js';
import { actorNamed, heardBy, SocketStage } from './testing/socket-stage.js';

/** What one test revokes, another must not need. */
const ended = actorNamed('ended');
const ada = actorNamed('ada');
const bob = actorNamed('bob');
const typing = { chatId: 'c', isTyping: true };
const chat = chatRoom(ChatId.parse('c'));
const gone = { chatId: ChatId.parse('gone') };

describe('EdgeSocketAdapter on two nodes over Redis', () => {
  let redis: RedisProcess;
  let stages: SocketStage[];

  beforeAll(async () => (redis = await RedisProcess.start()));
  afterAll(() => redis.stop());

  beforeEach(() => (stages = []));
  afterEach(async () => {
    for (const stage of stages) await stage.close();
  });

  async function node(environment: Record<string, string> = {}): Promise<SocketStage> {
    const stage = await SocketStage.open(environment, await adapters({ redisUrl: redis.url }));
    stages.push(stage);
    return stage;
  }

  it('reaches sockets on the other node, and moves them between rooms there', async () => {
    const [here, there] = [await node(), await node()];
    const visitor = await there.enter(ada);
    const { publisher } = here.ports;

    publisher.publish(chat, 'chat_deleted', gone);
    publisher.admit(userRoom(ada.userId), chat);
    await eventually(() => {
      publisher.publish(chat, 'chat_deleted', gone);
      expect(visitor.heard.at(-1)).toEqual(['chat_deleted', gone]);
    });
    publisher.evict(userRoom(ada.userId), chat);
    publisher.publish(chat, 'chat_deleted', { chatId: ChatId.parse('secret') });
    publisher.publish(userRoom(ada.userId), 'chat_deleted', { chatId: ChatId.parse('end') });

    await eventually(() => expect(visitor.heard.at(-1)![1]).toEqual({ chatId: 'end' }));
    expect(JSON.stringify(visitor.heard)).not.toContain('secret');
  });

  it('ends a session on all nodes: its sockets, its events, its handshakes', async () => {
    const [here, there] = [await node(), await node()];
    const [victim, other] = [await there.enter(ended), await there.enter(bob)];

    await here.ports.revocations.revoke([ended.sessionId], 900_000);
    const fact = { userId: ended.userId, sessionIds: [ended.sessionId] };
    await here.ports.eventBus.publish('session.revoked', fact);

    expect(await heardBy(victim, 'problem')).toMatchObject({ code: 'unauthenticated' });
    await eventually(() => expect(victim.client.connected).toBe(false));
    for (const stage of stages) {
      expect(await stage.knock(stage.token(ended))).toMatchObject({ code: 'unauthenticated' });
    }
    expect(await other.ask('typing', typing)).toEqual({ ok: true });
  });

  it('counts the events of a person on both nodes together', async () => {
    const slow = { PARLEY_SOCKET_BURST: '4', PARLEY_SOCKET_RATE: '0.001' };
    const carol = actorNamed('carol');
    const [here, there] = [await node(slow), await node(slow)];
    const [one, two] = [await here.enter(carol), await there.enter(carol)];
    for (const { ask } of [one, two, one, two]) {
      expect(await ask('typing', typing)).toEqual({ ok: true });
    }
    for (const { ask } of [one, two]) {
      expect(await ask('typing', typing)).toMatchObject({ problem: { code: 'rate_limited' } });
    }
  });

  it('serves sockets while Redis is away, and reaches them when it is back', async () => {
    const stage = await node();
    const before = await stage.enter(ada);
    await redis.stop();

    expect(await before.ask('typing', typing)).toEqual({ ok: true });
    const during = await stage.enter(bob);
    expect(await during.ask('typing', typing)).toEqual({ ok: true });
    await redis.restart();

    for (const [{ userId }, visitor] of [
      [ada, before],
      [bob, during],
    ] as const) {
      await eventually(() => {
        stage.ports.publisher.publish(userRoom(userId), 'chat_deleted', gone);
        expect(visitor.heard.at(-1)).toEqual(['chat_deleted', gone]);
      });
    }
  });
});
