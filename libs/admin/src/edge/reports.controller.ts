import {
  Complaint,
  HandleReport,
  MessageId,
  Report,
  ReportId,
  ReportPage,
  ReportQuery,
  ReportsApi,
  UserId,
  type Actor,
  type Done,
  type Origin,
} from '@app/contracts';
import { CurrentActor, CurrentOrigin, EdgeController, Limit, Route } from '@app/platform';
import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { aReport } from './report-example.js';

@EdgeController('', 'What people have reported, and what was done about it.')
export class ReportsController {
  constructor(private readonly reports: ReportsApi) {}

  @Post('messages/:id/report')
  @Limit({ per: 'user', share: 1 / 10 })
  @Route({
    summary: 'Report a message to those who moderate this workspace',
    scope: 'messages:write',
    description: 'They see it as it is now, who has reported it and why; its author does not.',
    problems: ['not_found', 'not_member', 'gone', 'forbidden'],
  })
  reportMessage(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: MessageId }) messageId: MessageId,
    @Body({ schema: Complaint }) complaint: Complaint,
  ): Promise<Done> {
    return this.reports.reportMessage(actor, { messageId, complaint });
  }

  @Post('users/:userId/report')
  @Limit({ per: 'user', share: 1 / 10 })
  @Route({
    summary: 'Report a person to those who moderate this workspace',
    scope: 'users:write',
    description: 'They are not told who did.',
    problems: ['not_found', 'forbidden'],
  })
  reportUser(
    @CurrentActor() actor: Actor,
    @Param('userId', { schema: UserId }) userId: UserId,
    @Body({ schema: Complaint }) complaint: Complaint,
  ): Promise<Done> {
    return this.reports.reportUser(actor, { userId, complaint });
  }

  @Get('admin/reports')
  @Route({
    summary: 'List what was reported',
    scope: 'admin:read',
    description: 'The newest first. For workspace owners, admins and moderators.',
    problems: ['forbidden'],
    ok: ReportPage,
    example: { items: [aReport], page: { nextCursor: null, hasMore: false } },
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ReportQuery }) query: ReportQuery,
  ): Promise<ReportPage> {
    return this.reports.list(actor, query);
  }

  @Post('admin/reports/:reportId/handle')
  @Route({
    summary: 'Deal with a report, and close it',
    scope: 'admin:write',
    description:
      'To dismiss it, to delete the message for everyone, to warn the person or keep them from writing ' +
      '(`until`), who read the `reason`, or to suspend them, which takes a workspace owner or admin. ' +
      'Not for who is reported. `conflict`: somebody has closed it.',
    problems: ['forbidden', 'not_found', 'conflict'],
    ok: Report,
    example: aReport,
  })
  handle(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('reportId', { schema: ReportId }) reportId: ReportId,
    @Body({ schema: HandleReport }) input: HandleReport,
  ): Promise<Report> {
    return this.reports.handle(actor, { reportId, ...input, origin });
  }
}
