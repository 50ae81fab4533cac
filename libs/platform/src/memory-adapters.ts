import type { Adapters } from './adapters.js';
import { SystemClock } from './clock/clock.js';
import { SystemTicker } from './clock/ticker.js';
import { InProcessEventBus } from './events/in-process-event-bus.js';
import { MemoryAnswerStore } from './idempotency/memory-answer-store.js';
import { MemoryRateLimiter } from './limits/memory-rate-limiter.js';
import { MemoryPresenceStore } from './presence/memory-presence-store.js';
import { MemoryTypingStore } from './presence/memory-typing-store.js';
import { MemoryProcessRegistry } from './processes/memory-process-registry.js';
import { LocalRealtime } from './realtime/local-realtime.js';
import { OnlyReplica } from './replicas/replicas.js';
import { MemoryRevocationList } from './sessions/memory-revocation-list.js';

/** What backs the ports of a process that shares nothing with others. */
export function memoryAdapters(): Adapters {
  const clock = new SystemClock();
  const eventBus = new InProcessEventBus();
  const realtime = new LocalRealtime();
  const presence = new MemoryPresenceStore(clock, new SystemTicker());
  const alone = (): never => {
    throw new Error('RemoteApiModule and ServeApiModule need REDIS_URL');
  };
  return {
    eventBus,
    publisher: realtime,
    roomFeed: realtime,
    presence,
    typing: new MemoryTypingStore(clock),
    limiter: new MemoryRateLimiter(clock),
    answers: new MemoryAnswerStore(clock),
    revocations: new MemoryRevocationList(clock),
    replicas: new OnlyReplica(),
    processes: new MemoryProcessRegistry(),
    bindApi: (_, service) => service,
    rpcClient: alone,
    rpcServer: alone,
    open: () => Promise.resolve(),
    close: async () => {
      await eventBus.close();
      presence.close();
    },
  };
}
