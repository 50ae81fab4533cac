import type { JobState } from '@app/contracts';
import type { Job, JobType, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { RedisScript } from '../redis/redis-script.js';
import { attemptOf, type BullData } from './bull-worker.js';
import { placeOf, readPlace, type JobPlace, type PlacedJob } from './job-listing.js';

/** What BullMQ calls the states of jobs. */
export const bullStates: Readonly<Record<JobState, JobType>> = {
  waiting: 'wait',
  running: 'active',
  delayed: 'delayed',
  failed: 'failed',
};

/**
 * The jobs of a state behind a place, by their times: BullMQ has them by the number of those before
 * them, which changes while they are done. It reads all there are, ten thousand by default.
 *
 * - `KEYS[1]`: their ids, a list or a sorted set.
 * - `ARGV`: what their keys begin with, the state, the time and the id of the place, and how many.
 */
const placesScript = new RedisScript(`
local prefix, state = ARGV[1], ARGV[2]
local placeMs, placeId, limit = tonumber(ARGV[3]), ARGV[4], tonumber(ARGV[5])

local function isBefore(oneMs, oneId, otherMs, otherId)
  if oneMs == otherMs then return oneId < otherId end
  return oneMs < otherMs
end

-- What is given up last comes first.
local function precedes(oneMs, oneId, otherMs, otherId)
  if state == 'failed' then return isBefore(otherMs, otherId, oneMs, oneId) end
  return isBefore(oneMs, oneId, otherMs, otherId)
end

-- After a failure the delay counts from there.
local function timeOf(id)
  local told = redis.call('HMGET', prefix .. id, 'timestamp', 'delay', 'processedOn', 'finishedOn')
  local put, delay, begun, ended = tonumber(told[1]), tonumber(told[2]), tonumber(told[3]), tonumber(told[4])
  if state == 'failed' then return ended end
  if state == 'active' then return begun or put end
  return put and (begun or put) + (delay or 0)
end

local command = redis.call('TYPE', KEYS[1]).ok == 'list' and 'LRANGE' or 'ZRANGE'
local found = {}
for _, id in ipairs(redis.call(command, KEYS[1], 0, -1)) do
  local ms = timeOf(id)
  if ms and (placeId == '' or precedes(placeMs, placeId, ms, id)) then found[#found + 1] = { ms, id } end
end
table.sort(found, function(one, other) return precedes(one[1], one[2], other[1], other[2]) end)

local reply = {}
for i = 1, math.min(limit, #found) do
  reply[#reply + 1] = string.format('%d', found[i][1])
  reply[#reply + 1] = found[i][2]
end
return reply
`);

export async function bullJobsOf(
  queue: Queue<BullData>,
  redis: Redis,
  state: JobState,
  { place, limit }: { readonly place: string | undefined; readonly limit: number },
): Promise<PlacedJob[]> {
  const { atMs, id } = place === undefined ? { atMs: 0, id: '' } : readPlace(place);
  const type = bullStates[state];
  const args = [queue.toKey(''), type, atMs, id, limit];
  const flat = (await placesScript.run(redis, [queue.toKey(type)], args)) as string[];
  const places = flat.flatMap((told, i) =>
    i % 2 === 0 ? [{ atMs: Number(told), id: flat[i + 1]! }] : [],
  );
  const jobs = await Promise.all(places.map((each) => queue.getJob(each.id)));
  // What was removed meanwhile is no more.
  return places.flatMap((each, i) => {
    const job = jobs[i] as Job<BullData> | undefined;
    return job ? [{ job: knownAs(state, queue.name, job, each), place: placeOf(each) }] : [];
  });
}

function knownAs(
  state: JobState,
  kind: string,
  job: Job<BullData>,
  { atMs }: JobPlace,
): PlacedJob['job'] {
  return {
    kind,
    key: job.data.key,
    state,
    // One that is taken up now and then was begun more often than it says.
    attempts: Math.max(0, attemptOf(job)),
    error: textOf(job),
    at: new Date(atMs).toISOString(),
  };
}

/** Absent before the first failure, whatever its type says. */
const textOf = ({ failedReason }: { readonly failedReason?: string }): string => failedReason ?? '';
