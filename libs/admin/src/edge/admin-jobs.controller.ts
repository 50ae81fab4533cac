import {
  AdminJobsApi,
  JobCountList,
  JobId,
  JobPage,
  JobQuery,
  WhyRemoved,
  WithReason,
  type Actor,
  type Done,
  type Origin,
} from '@app/contracts';
import { CurrentActor, CurrentOrigin, EdgeController, Limit, Route } from '@app/platform';
import { Body, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { aJob, someCounts } from './job-example.js';

@EdgeController('admin/jobs', 'Work for later: what waits, what is done now, and what has failed.')
export class AdminJobsController {
  constructor(private readonly jobs: AdminJobsApi) {}

  @Get()
  @Limit({ per: 'user', share: 1 / 5 })
  @Route({
    summary: 'List jobs of one state',
    scope: 'admin:read',
    description:
      '`state`: `waiting`, `running`, `delayed` or `failed` (default). Of one `kind`, or of all kinds by name; ' +
      'in a kind what waits longest, or was given up last, comes first. Never what a job carries. ' +
      'One that changes its state meanwhile may be missed, or come twice. For workspace owners and ' +
      'admins.',
    problems: ['forbidden'],
    ok: JobPage,
    example: { items: [aJob], page: { nextCursor: null, hasMore: false } },
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: JobQuery }) query: JobQuery,
  ): Promise<JobPage> {
    return this.jobs.list(actor, query);
  }

  @Get('kinds')
  @Limit({ per: 'user', share: 1 / 5 })
  @Route({
    summary: 'Count jobs by kind and state',
    scope: 'admin:read',
    problems: ['forbidden'],
    ok: JobCountList,
    example: { items: someCounts },
  })
  kinds(@CurrentActor() actor: Actor): Promise<JobCountList> {
    return this.jobs.kinds(actor, {});
  }

  @Post(':jobId/retry')
  @Route({
    summary: 'Begin a job anew that has failed',
    scope: 'admin:write',
    description: 'As if it had never been tried. `not_found`, too, where it has not failed.',
    problems: ['forbidden', 'not_found'],
    requestExample: { reason: 'The mail server is back' },
  })
  retry(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('jobId', { schema: JobId }) jobId: JobId,
    @Body({ schema: WithReason }) { reason }: WithReason,
  ): Promise<Done> {
    return this.jobs.retry(actor, { jobId, reason, origin });
  }

  @Delete(':jobId')
  @Route({
    summary: 'Take a job out of its queue',
    scope: 'admin:write',
    description:
      'It will not be done; what finds its work by itself puts it in again. `conflict`: it is under ' +
      'way.',
    problems: ['forbidden', 'not_found', 'conflict'],
  })
  remove(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('jobId', { schema: JobId }) jobId: JobId,
    @Query({ schema: WhyRemoved }) { reason }: WhyRemoved,
  ): Promise<Done> {
    return this.jobs.remove(actor, { jobId, reason, origin });
  }
}
