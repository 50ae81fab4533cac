import {
  problem,
  type Actor,
  type Handling,
  type Report,
  type ReportPage,
  type ReportQuery,
} from '@app/contracts';
import { AuditOutbox, Clock, cutPage, decodeCursor, PermissionGate } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ReportActs } from './report-acts.js';
import { aboutOf } from './subject.js';
import { ReportsRepository } from './reports.repository.js';

/** Where reports are dealt with. */
@Injectable()
export class ReportDesk {
  constructor(
    private readonly gate: PermissionGate,
    private readonly reports: ReportsRepository,
    private readonly acts: ReportActs,
    private readonly outbox: AuditOutbox,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { state, cursor, limit }: ReportQuery): Promise<ReportPage> {
    await this.gate.admit(actor, 'handleReports');
    const [before] = decodeCursor(cursor, 1) ?? [];
    const found = await this.reports.list(state, before, limit + 1);
    return cutPage(found, limit, ({ id }) => [id]);
  }

  /**
   * First what is to be done, which may be done again; then the report is closed. Whoever dies in
   * between finds it open.
   */
  async handle(actor: Actor, handling: Handling): Promise<Report> {
    const { reportId, act, reason, origin, until } = handling;
    const target = { kind: 'report', id: reportId } as const;
    const by = await this.gate.admit(actor, 'handleReports', { target, origin });
    const report = await this.reports.find(reportId);
    if (!report) throw problem('not_found');
    // Nobody judges themselves.
    if (report.userId === by.userId) throw problem('forbidden');
    if (report.state === 'closed') throw isClosed();
    const deed = {
      action: 'report.handled',
      actor: by,
      target,
      origin,
      before: { userId: report.userId, ...(report.message && { messageId: report.message.id }) },
      after: { act, ...(until !== undefined && { until }) },
      reason,
    } as const;
    const closed = await this.outbox.during(deed, async () => {
      await this.acts.do(by, report, handling);
      const closing = await this.#close(by, report, handling);
      // Of what was done the log says that it is, whoever has closed the report meanwhile.
      if (!closing && act === 'dismiss') throw isClosed();
      return closing;
    });
    if (!closed) throw isClosed();
    return closed;
  }

  #close({ userId: by }: Actor, report: Report, { act, reason }: Handling) {
    const at = this.clock.now().toISOString();
    return this.reports.close(aboutOf(report), report, { act, reason, by, at });
  }
}

const isClosed = () => problem('conflict', { field: 'state' });
