import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router } from '@angular/router';
import type { Report, ReportState } from '@app/contracts';
import { EmptyState, Segments, Sheets, Table, TableCell } from '@app/web-ui';
import { adminTexts } from '../admin-texts';
import { AdminSection } from '../frame/admin-section';
import { ListFoot } from '../frame/list-foot';
import { Moments } from '../frame/moments';
import { PageByPage } from '../frame/page-by-page';
import type { ReportPanelData } from './report-panel-data';
import { reportTexts } from './report-texts';
import { ReportWords } from './report-words';
import { Reports } from './reports';

/** `/admin/reports`: what people have reported, to be looked into and dealt with. */
@Component({
  selector: 'app-reports-page',
  imports: [AdminSection, EmptyState, ListFoot, Segments, Table, TableCell],
  templateUrl: './reports-page.html',
  styleUrls: ['./reports-page.css'],
})
export class ReportsPage {
  /** From the address. */
  readonly state = input<string>();

  private readonly reports = inject(Reports);
  private readonly sheets = inject(Sheets);
  private readonly router = inject(Router);
  protected readonly words = inject(ReportWords);
  protected readonly moments = inject(Moments);

  protected readonly texts = adminTexts;
  protected readonly reportTexts = reportTexts;
  protected readonly nameOf = (report: Report) => this.words.about(report);
  protected readonly states = (['open', 'closed'] as const).map((id) => ({
    id,
    label: reportTexts.states[id],
  }));
  protected readonly columns = [
    { id: 'what', label: reportTexts.what, width: 'minmax(0, 2.5fr)' },
    { id: 'about', label: reportTexts.about },
    { id: 'why', label: reportTexts.why, width: 'minmax(0, 1.5fr)' },
    { id: 'reported', label: reportTexts.reported, width: 'minmax(0, 1.4fr)', isNamed: true },
    { id: 'outcome', label: reportTexts.outcome, width: 'minmax(0, 1.5fr)' },
  ];
  protected readonly chosen = computed<ReportState>(() =>
    this.state() === 'closed' ? 'closed' : 'open',
  );
  protected readonly list = new PageByPage<Report>((cursor) =>
    this.reports.list(this.chosen(), cursor),
  );

  constructor() {
    effect(() => {
      this.chosen();
      untracked(() => void this.list.load());
    });
  }

  protected show(state: string): void {
    void this.router.navigate(['/admin', 'reports'], {
      queryParams: { state: state === 'open' ? null : state },
      replaceUrl: true,
    });
  }

  protected open(report: Report): void {
    const data: ReportPanelData = {
      report,
      changed: (changed) => this.list.replace(changed),
      outdated: () => void this.list.reload(),
    };
    void this.sheets.open(async () => (await import('./report-panel')).ReportPanel, { data });
  }
}
