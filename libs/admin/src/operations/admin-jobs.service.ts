import type {
  AboutJob,
  Actor,
  AdminJobsApi,
  AuditAction,
  Done,
  JobCountList,
  JobPage,
  JobQuery,
  Origin,
} from '@app/contracts';
import {
  AuditOutbox,
  decodeCursor,
  JobQueue,
  pageInfo,
  PermissionGate,
  type Deed,
} from '@app/platform';
import { Injectable } from '@nestjs/common';
import { jobIdOf, jobNamedBy, type JobName } from './job-id.js';

/** For those who may `operate`. */
@Injectable()
export class AdminJobsService implements AdminJobsApi {
  constructor(
    private readonly gate: PermissionGate,
    private readonly jobs: JobQueue,
    private readonly outbox: AuditOutbox,
  ) {}

  async kinds(actor: Actor): Promise<JobCountList> {
    await this.#admit(actor);
    return { items: await this.jobs.counts() };
  }

  async list(actor: Actor, { cursor, limit, state, kind }: JobQuery): Promise<JobPage> {
    await this.#admit(actor);
    const after = decodeCursor(cursor, 2) as [string, string] | undefined;
    const { jobs, next } = await this.jobs.list({ state, kind, after, limit });
    return { items: jobs.map((job) => ({ id: jobIdOf(job), ...job })), page: pageInfo(next) };
  }

  async retry(actor: Actor, about: AboutJob): Promise<Done> {
    const by = await this.#admit(actor, about.origin);
    const job = jobNamedBy(about.jobId);
    await this.outbox.during(deedOf(by, 'job.retried', job, about), () =>
      this.jobs.retry({ name: job.kind }, job.key),
    );
    return {};
  }

  async remove(actor: Actor, about: AboutJob): Promise<Done> {
    const by = await this.#admit(actor, about.origin);
    const job = jobNamedBy(about.jobId);
    await this.outbox.during(deedOf(by, 'job.removed', job, about), () =>
      this.jobs.remove({ name: job.kind }, job.key),
    );
    return {};
  }

  #admit(actor: Actor, origin?: Origin): Promise<Actor> {
    return this.gate.admit(actor, 'operate', { origin });
  }
}

/** The kind is what it was done to; keys are longer than what the log names things by. */
function deedOf(
  actor: Actor,
  action: AuditAction,
  { kind, key }: JobName,
  { reason, origin }: AboutJob,
): Deed {
  const target = { kind: 'job', id: kind.slice(0, 64) } as const;
  const before = { kind, key };
  return { action, actor, target, origin, before, ...(reason !== undefined && { reason }) };
}
