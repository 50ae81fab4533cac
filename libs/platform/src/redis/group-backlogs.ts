import { problem } from '@app/contracts';
import type { Redis } from 'ioredis';
import { replyCodeOf } from './consumer-group.js';

/** What a group has yet to handle of a stream. `waiting`: null when Redis cannot tell. */
export interface GroupBacklog {
  readonly group: string;
  readonly waiting: number | null;
}

/** Of each group of a stream; of none that is not there. Throws `service_unavailable`. */
export async function groupBacklogsOf(redis: Redis, stream: string): Promise<GroupBacklog[]> {
  let groups: unknown[][];
  try {
    groups = (await redis.xinfo('GROUPS', stream)) as unknown[][];
  } catch (error) {
    // No such stream: nobody has written to it, nor waits for it. Else Redis is away.
    if (replyCodeOf(error) === 'ERR') return [];
    throw problem('service_unavailable', { service: 'redis' });
  }
  return groups.map((flat) => {
    const field = (key: string): unknown => flat[flat.indexOf(key) + 1];
    const [group, pending, lag] = [field('name'), field('pending'), field('lag')];
    // Redis does not know how far a group is behind that was set back in its stream.
    const waiting = lag === null ? null : Number(lag) + Number(pending);
    return { group: String(group), waiting };
  });
}
