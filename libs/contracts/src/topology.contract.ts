import * as z from 'zod/mini';
import { Reason } from './accounts.contract.js';
import { JobCounts } from './admin-jobs.contract.js';
import { Origin } from './audit.contract.js';
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

/** Requests that no replica of a service has taken. `waiting`: null when nobody can tell. */
export const RequestBacklog = z.strictObject({ service: Word, waiting: z.nullable(Mark) });
export type RequestBacklog = z.output<typeof RequestBacklog>;
z.globalRegistry.add(RequestBacklog, { id: 'RequestBacklog' });

/** All processes that share the work, and what waits between them. */
export const Topology = z.strictObject({
  processes: z.array(ServerProcess),
  streams: z.array(FactBacklog),
  queues: z.array(JobCounts),
  /** Of services that others than their own processes ask. */
  requests: z.array(RequestBacklog),
});
export type Topology = z.output<typeof Topology>;
z.globalRegistry.add(Topology, { id: 'Topology' });

/** Which process is to leave new work to others, and why. */
export const NewDrain = z.strictObject({ processId: ProcessId, reason: z.optional(Reason) });
export type NewDrain = z.output<typeof NewDrain>;
z.globalRegistry.add(NewDrain, { id: 'NewDrain' });

const AboutProcess = z.strictObject({ ...NewDrain.shape, origin: Origin });
export type AboutProcess = z.output<typeof AboutProcess>;

export const topologyContract = defineApi({
  get: rpc('topology.get', Done, Topology),
  drain: rpc('topology.drain', AboutProcess, Done),
  resume: rpc('topology.resume', AboutProcess, Done),
});

/**
 * What runs, for who may `operate`, by what they are now; others: `forbidden`.
 *
 * - `get`: the processes by app and start. One that ends without a word is `lost`, and told of for
 *   ten minutes more. Throws `service_unavailable` when nobody can tell.
 * - `drain`: within seconds a process takes no new sockets and calls; what it has goes on. It stays
 *   so until `resume`, or its end. Throws `not_found`, and `conflict {field: 'processId'}` where it
 *   is the last of its app at work.
 * - `resume`: it takes new work again. Throws `not_found`. Both are written down in the audit log.
 */
export abstract class TopologyApi extends apiClass(topologyContract) {}
