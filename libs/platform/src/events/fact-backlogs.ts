import { facts, problem, type FactBacklog, type FactName } from '@app/contracts';
import type { Redis } from 'ioredis';
import { replyCodeOf } from '../redis/consumer-group.js';
import { factStream } from './fact-reader.js';

/** What each module has yet to handle. Throws `service_unavailable`. */
export async function backlogsOf(redis: Redis): Promise<FactBacklog[]> {
  const names = Object.keys(facts) as FactName[];
  const found = await Promise.all(names.map((name) => groupsOf(redis, name)));
  return found.flat();
}

async function groupsOf(redis: Redis, name: FactName): Promise<FactBacklog[]> {
  let groups: unknown[][];
  try {
    groups = (await redis.xinfo('GROUPS', factStream(name))) as unknown[][];
  } catch (error) {
    // No such stream: nobody has told such a fact, nor waits for one. Else Redis is away.
    if (replyCodeOf(error) === 'ERR') return [];
    throw problem('service_unavailable', { service: 'redis' });
  }
  return groups.map((flat) => {
    const field = (key: string): unknown => flat[flat.indexOf(key) + 1];
    const [module, pending, lag] = [field('name'), field('pending'), field('lag')];
    // Redis does not know how far a group is behind that was set back in its stream.
    const waiting = lag === null ? null : Number(lag) + Number(pending);
    return { name, module: String(module), waiting };
  });
}
