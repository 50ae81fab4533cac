import type {
  AboutProcess,
  Actor,
  Done,
  ServerProcess,
  Topology,
  TopologyApi,
} from '@app/contracts';
import {
  AuditOutbox,
  Clock,
  EventBus,
  JobQueue,
  PermissionGate,
  ProcessRegistry,
  type Deed,
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
    private readonly outbox: AuditOutbox,
  ) {}

  async get(actor: Actor): Promise<Topology> {
    await this.gate.admit(actor, 'operate');
    const [known, streams, queues] = await Promise.all([
      this.registry.list(),
      this.bus.backlogs(),
      this.jobs.counts(),
    ]);
    const services = known.flatMap(({ report }) => report.breakers.map(({ service }) => service));
    const requests = await this.registry.backlogs([...new Set(services)].sort());
    const now = this.clock.now().getTime();
    return {
      processes: known.map((one) => seen(one, now)).sort(byAppAndStart),
      streams: streams.sort((a, b) => compare(a.name + a.module, b.name + b.module)),
      queues,
      requests,
    };
  }

  async drain(actor: Actor, about: AboutProcess): Promise<Done> {
    return this.#turn(actor, 'process.drained', about);
  }

  async resume(actor: Actor, about: AboutProcess): Promise<Done> {
    return this.#turn(actor, 'process.resumed', about);
  }

  async #turn(
    actor: Actor,
    action: 'process.drained' | 'process.resumed',
    { processId, reason, origin }: AboutProcess,
  ): Promise<Done> {
    const target = { kind: 'process', id: processId } as const;
    const by = await this.gate.admit(actor, 'operate', { target, origin });
    const why = reason === undefined ? {} : { reason };
    const deed: Deed = { action, actor: by, target, origin, ...why };
    await this.outbox.during(deed, async (found) => {
      const process = (await this.registry.list()).find(({ report }) => report.id === processId);
      const { app, host, pid } = process?.report ?? {};
      if (process) found({ after: { app, host, pid } });
      await this.registry.drain(processId, action === 'process.drained');
    });
    return {};
  }
}

function seen({ report, silentMs, isLost, isToDrain }: KnownProcess, now: number): ServerProcess {
  const { status, ...told } = report;
  const lastSeenAt = new Date(now - silentMs).toISOString();
  const state = isLost ? 'lost' : isToDrain ? 'draining' : status;
  return { ...told, state, lastSeenAt };
}

const byAppAndStart = (a: ServerProcess, b: ServerProcess): number =>
  compare(a.app + a.startedAt + a.id, b.app + b.startedAt + b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
