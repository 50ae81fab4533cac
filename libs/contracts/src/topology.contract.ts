import * as z from 'zod/mini';
import { JobCounts } from './admin-jobs.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { Done } from './paging.js';
import { IsoTime, Mark } from './text.js';

/** Of a process: no other has it, nor had one before it. */
export const ProcessId = z.string().check(z.minLength(1), z.maxLength(64));
export type ProcessId = z.output<typeof ProcessId>;

const Word = z.string().check(z.maxLength(255));

/** What a process thinks of a service that others serve: `open`, it counts as gone. */
export const ServiceBreaker = z.strictObject({
  service: Word,
  state: z.enum(['closed', 'half-open', 'open']),
});
export type ServiceBreaker = z.output<typeof ServiceBreaker>;
z.globalRegistry.add(ServiceBreaker, { id: 'ServiceBreaker' });

/** What a process has to carry; only of what it has a part in. */
export const ProcessLoads = z.strictObject({
  /** Signed in now. */
  sockets: z.optional(Mark),
  /** Calls whose media pass it. */
  rooms: z.optional(Mark),
});
export type ProcessLoads = z.output<typeof ProcessLoads>;
z.globalRegistry.add(ProcessLoads, { id: 'ProcessLoads' });

/** `lost`: it has said nothing for a while, nor that it stops. What else is told of it is old. */
export const ProcessState = z.enum(['ready', 'not_ready', 'draining', 'lost']);
export type ProcessState = z.output<typeof ProcessState>;

export const ServerProcess = z.strictObject({
  id: ProcessId,
  /** `gateway`, `chat`, …; `server` is all of them in one process. */
  app: Word,
  version: Word,
  host: Word,
  pid: z.int(),
  startedAt: IsoTime,
  lastSeenAt: IsoTime,
  state: ProcessState,
  /** What it depends on, as in `/health/ready`. */
  checks: z.record(Word, z.enum(['up', 'down'])),
  breakers: z.array(ServiceBreaker),
  loads: ProcessLoads,
  memoryBytes: Mark,
});
export type ServerProcess = z.output<typeof ServerProcess>;
z.globalRegistry.add(ServerProcess, { id: 'ServerProcess' });

/** Facts that a module has yet to handle. `waiting`: null when nobody can tell. */
export const FactBacklog = z.strictObject({
  name: z.string(),
  module: z.string(),
  waiting: z.nullable(Mark),
});
export type FactBacklog = z.output<typeof FactBacklog>;
z.globalRegistry.add(FactBacklog, { id: 'FactBacklog' });

/** All processes that share the work, and what waits between them. */
export const Topology = z.strictObject({
  processes: z.array(ServerProcess),
  streams: z.array(FactBacklog),
  queues: z.array(JobCounts),
});
export type Topology = z.output<typeof Topology>;
z.globalRegistry.add(Topology, { id: 'Topology' });

export const topologyContract = defineApi({
  get: rpc('topology.get', Done, Topology),
});

/**
 * What runs, for who may `operate`, by what they are now; others: `forbidden`.
 *
 * - `get`: the processes by app and start. One that ends without a word is `lost`, and told of for
 *   ten minutes more. Throws `service_unavailable` when nobody can tell.
 */
export abstract class TopologyApi extends apiClass(topologyContract) {}
