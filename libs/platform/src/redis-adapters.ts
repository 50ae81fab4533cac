import type { Adapters } from './adapters.js';
import { SystemClock } from './clock/clock.js';
import { SystemTicker } from './clock/ticker.js';
import { RedisStreamEventBus } from './events/redis-stream-event-bus.js';
import { BullJobQueue } from './jobs/bull-job-queue.js';
import { RedisAnswerStore } from './idempotency/redis-answer-store.js';
import { MemoryRateLimiter } from './limits/memory-rate-limiter.js';
import { RedisRateLimiter } from './limits/redis-rate-limiter.js';
import { RedisPresenceStore } from './presence/redis-presence-store.js';
import { RedisTypingStore } from './presence/redis-typing-store.js';
import { RedisProcessRegistry } from './processes/redis-process-registry.js';
import { RedisRealtime } from './realtime/redis-realtime.js';
import { RedisConnections } from './redis/redis-connections.js';
import { RedisStreamClient } from './rpc/redis-stream.client.js';
import { RedisStreamServer } from './rpc/redis-stream.server.js';
import { SeenReplicas } from './replicas/replicas.js';
import { RedisRevocationList } from './sessions/redis-revocation-list.js';

/** How long a start waits for Redis, in ms: chatting goes on without it. */
const firstAnswerMs = 2000;

/** How long Redis keeps what a look at its health writes, in ms. */
const lookKeptMs = 60_000;

/** What backs the ports of processes that share a Redis. */
export function redisAdapters(url: string, rpcTimeoutMs?: number): Adapters {
  const redis = new RedisConnections(url, rpcTimeoutMs);
  const jobs = new BullJobQueue(redis, new SystemClock(), new SystemTicker());
  const eventBus = new RedisStreamEventBus(redis);
  const realtime = new RedisRealtime(redis);
  const presence = new RedisPresenceStore(redis, new SystemTicker());
  const revocations = new RedisRevocationList(redis);
  const replicas = new SeenReplicas();
  const processes = new RedisProcessRegistry(redis, new SystemTicker());
  return {
    jobs,
    eventBus,
    publisher: realtime,
    roomFeed: realtime,
    presence,
    typing: new RedisTypingStore(redis),
    limiter: new RedisRateLimiter(redis, new MemoryRateLimiter(new SystemClock())),
    answers: new RedisAnswerStore(redis),
    revocations,
    replicas,
    processes,
    // Not by a ping: it is answered by one that takes no writes, too, as its memory is full.
    checkRedis: () => redis.commands.set('health', 'well', 'PX', lookKeptMs),
    bindApi: (_, service) => service,
    rpcClient: () => new RedisStreamClient(redis, rpcTimeoutMs),
    rpcServer: () => new RedisStreamServer(redis, replicas),
    open: () => revocations.open(firstAnswerMs),
    close: async () => {
      await processes.close();
      await jobs.close();
      await eventBus.close();
      presence.close();
      redis.close();
    },
  };
}
