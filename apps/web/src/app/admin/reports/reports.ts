import { inject, Injectable } from '@angular/core';
import type { HandleReport, Report, ReportId, ReportPage, ReportState } from '@app/contracts';
import { Session } from '@app/web-session';
import { Names } from '../frame/names';

/** What was reported. Methods reject as `RestClient` does; whom a report names is known then. */
@Injectable({ providedIn: 'root' })
export class Reports {
  private readonly rest = inject(Session).rest;
  private readonly names = inject(Names);

  async list(state: ReportState, cursor?: string): Promise<ReportPage> {
    const query = { state, cursor };
    const page = await this.rest.request<ReportPage>('GET', 'admin/reports', { query });
    await this.names.meet(page.items.flatMap(namedBy));
    return page;
  }

  async handle(id: ReportId, body: HandleReport): Promise<Report> {
    const report = await this.rest.request<Report>('POST', `admin/reports/${id}/handle`, { body });
    await this.names.meet(namedBy(report));
    return report;
  }
}

function namedBy({ userId, complaints, outcome }: Report) {
  const dealtWith = outcome ? [outcome.by] : [];
  return [userId, ...complaints.map((complaint) => complaint.userId), ...dealtWith];
}
