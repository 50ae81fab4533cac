import type { RedisConnections } from '../redis/redis-connections.js';
import { eventually } from '../testing/eventually.js';
import { RedisProcess } from '../testing/redis-process.js';
import { answerStoreConformance } from './answer-store.conformance.js';
import { RedisAnswerStore } from './redis-answer-store.js';

describe('RedisAnswerStore', () => {
  let process: RedisProcess;
  let connections: [RedisConnections, RedisConnections];

  beforeAll(async () => (process = await RedisProcess.start()));
  afterAll(() => process.stop());

  const open = async () => {
    connections = [process.connect(), process.connect()];
    for (const { commands } of connections) await eventually(() => commands.flushall());
    const [here, there] = connections;
    return [new RedisAnswerStore(here), new RedisAnswerStore(there)] as const;
  };
  const close = () => connections.forEach((redis) => redis.close());

  answerStoreConformance(open, close);

  it('says that it is away instead of guessing that nothing was done', async () => {
    const [store] = await open();
    await process.stop();
    const away = { code: 'service_unavailable' };
    const claim = { key: 'k', fingerprint: 'print', nonce: 'n' };
    await expect(store.claim(claim, 60_000)).rejects.toMatchObject(away);
    await process.restart();
    close();
  });
});
