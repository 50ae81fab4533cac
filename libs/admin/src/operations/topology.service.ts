import type { Actor, ServerProcess, Topology, TopologyApi } from '@app/contracts';
import {
  Clock,
  EventBus,
  JobQueue,
  PermissionGate,
  ProcessRegistry,
  type KnownProcess,
} from '@app/platform';
import { Injectable } from '@nestjs/common';

/** For those who may `operate`. */
@Injectable()
export class TopologyService implements TopologyApi {
  constructor(
    private readonly gate: PermissionGate,
    private readonly registry: ProcessRegistry,
    private readonly bus: EventBus,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  async get(actor: Actor): Promise<Topology> {
    await this.gate.admit(actor, 'operate');
    const [known, streams, queues] = await Promise.all([
      this.registry.list(),
      this.bus.backlogs(),
      this.jobs.counts(),
    ]);
    const now = this.clock.now().getTime();
    return {
      processes: known.map((one) => seen(one, now)).sort(byAppAndStart),
      streams: streams.sort((a, b) => compare(a.name + a.module, b.name + b.module)),
      queues,
    };
  }
}

function seen({ report, silentMs, isLost }: KnownProcess, now: number): ServerProcess {
  const { status, ...told } = report;
  const lastSeenAt = new Date(now - silentMs).toISOString();
  return { ...told, state: isLost ? 'lost' : status, lastSeenAt };
}

const byAppAndStart = (a: ServerProcess, b: ServerProcess): number =>
  compare(a.app + a.startedAt + a.id, b.app + b.startedAt + b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
