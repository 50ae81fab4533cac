import type { RequestBacklog } from '@app/contracts';
import type { Redis } from 'ioredis';
import { groupBacklogsOf } from '../redis/group-backlogs.js';
import { partitionCount, rpcStream } from './rpc-stream.js';

/**
 * What replicas of some services have yet to take, but for what one of them alone can do. Throws
 * `service_unavailable`.
 */
export function requestBacklogsOf(
  redis: Redis,
  services: readonly string[],
): Promise<RequestBacklog[]> {
  return Promise.all(
    services.map(async (service) => ({ service, waiting: await waitingFor(redis, service) })),
  );
}

async function waitingFor(redis: Redis, service: string): Promise<number | null> {
  const parts = Array.from({ length: partitionCount }, (_, part) => rpcStream(service, part));
  const found = await Promise.all(
    [rpcStream(service), ...parts].map((stream) => groupBacklogsOf(redis, stream)),
  );
  return found.flat().reduce<number | null>((sum, { waiting }) => {
    return sum === null || waiting === null ? null : sum + waiting;
  }, 0);
}
