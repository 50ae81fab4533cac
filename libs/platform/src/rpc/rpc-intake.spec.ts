import type { RedisConnections } from '../redis/redis-connections.js';
import { SeenReplicas } from '../replicas/replicas.js';
import { eventually } from '../testing/eventually.js';
import { RedisProcess } from '../testing/redis-process.js';
import { RpcIntake } from './rpc-intake.js';
import { rpcStream, toFields } from './rpc-stream.js';

describe('RpcIntake', () => {
  let process: RedisProcess;
  let redis: RedisConnections;

  beforeAll(async () => {
    process = await RedisProcess.start();
    redis = await process.connected();
  });

  afterAll(async () => {
    redis.close();
    await process.stop();
  });

  it('gives a request no more time than it came with, however late Redis told its clock', async () => {
    const intake = new RpcIntake(redis, ['echo'], new SeenReplicas());
    // Heard a minute after it was said.
    const nowMs = () => performance.timeOrigin + performance.now();
    const late = jest.spyOn(Date, 'now').mockImplementation(() => nowMs() + 60_000);
    await eventually(() => intake.take(1));
    late.mockRestore();

    const request = { id: 'r1', pattern: 'echo.say', replyTo: 'inbox', timeoutMs: 30_000 };
    const fields = toFields({ ...request, packet: { data: {} } });
    await redis.commands.xadd(rpcStream('echo'), '*', ...fields);
    expect(await intake.take(1)).toMatchObject([request]);
  });
});
