import { facts, type FactBacklog, type FactName } from '@app/contracts';
import type { Redis } from 'ioredis';
import { groupBacklogsOf } from '../redis/group-backlogs.js';
import { factStream } from './fact-reader.js';

/** What each module has yet to handle. Throws `service_unavailable`. */
export async function backlogsOf(redis: Redis): Promise<FactBacklog[]> {
  const names = Object.keys(facts) as FactName[];
  const found = await Promise.all(
    names.map(async (name) => {
      const groups = await groupBacklogsOf(redis, factStream(name));
      return groups.map(({ group, waiting }) => ({ name, module: group, waiting }));
    }),
  );
  return found.flat();
}
