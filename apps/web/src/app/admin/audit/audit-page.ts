import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import type { AuditEntry } from '@app/contracts';
import { EmptyState, Icon, Sheets, Table, TableCell } from '@app/web-ui';
import { adminTexts } from '../admin-texts';
import { AdminSection } from '../frame/admin-section';
import { ListFoot } from '../frame/list-foot';
import { Moments } from '../frame/moments';
import { PageByPage } from '../frame/page-by-page';
import { questionInAddress } from '../frame/question-in-address';
import { AuditFilters, type AuditQuery } from './audit-filters';
import { AuditLog } from './audit-log';
import type { AuditPanelData } from './audit-panel-data';
import { AuditProof } from './audit-proof';
import { auditTexts } from './audit-texts';
import { AuditWords } from './audit-words';
import { firstOf, isDay, lastOf } from './day-bounds';

/** `/admin/audit`: what was done by whom, and whether the log itself is true. */
@Component({
  selector: 'app-audit-page',
  imports: [AdminSection, AuditFilters, AuditProof, EmptyState, Icon, ListFoot, Table, TableCell],
  templateUrl: './audit-page.html',
  styleUrls: ['./audit-page.css'],
})
export class AuditPage {
  /** From the address, and so are the others: ids, and days. */
  readonly actor = input<string>();
  readonly action = input<string>();
  readonly target = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  private readonly log = inject(AuditLog);
  private readonly sheets = inject(Sheets);
  protected readonly words = inject(AuditWords);
  protected readonly moments = inject(Moments);

  protected readonly texts = adminTexts;
  protected readonly auditTexts = auditTexts;
  protected readonly nameOf = (entry: AuditEntry) => this.words.action(entry);
  protected readonly columns = [
    { id: 'action', label: auditTexts.action, width: 'minmax(0, 1.6fr)' },
    { id: 'who', label: auditTexts.who, width: 'minmax(0, 1.4fr)' },
    { id: 'target', label: auditTexts.target, width: 'minmax(0, 1.4fr)' },
    { id: 'outcome', label: auditTexts.outcome, width: 'minmax(0, 0.7fr)' },
    { id: 'when', label: auditTexts.when },
  ];
  protected readonly query = computed<AuditQuery>(() => ({
    actor: this.actor() ?? '',
    action: this.action() ?? '',
    target: this.target() ?? '',
    from: this.from() ?? '',
    to: this.to() ?? '',
  }));
  protected readonly list = new PageByPage<AuditEntry>((cursor) => {
    const { actor, action, target, from, to } = this.query();
    const filter = {
      actorId: actor || undefined,
      action: action || undefined,
      targetId: target || undefined,
      from: isDay(from) ? firstOf(from) : undefined,
      to: isDay(to) ? lastOf(to) : undefined,
    };
    return this.log.list(filter, cursor);
  });

  protected readonly ask = questionInAddress('audit');

  constructor() {
    effect(() => {
      this.query();
      untracked(() => void this.list.load());
    });
  }

  protected open(entry: AuditEntry): void {
    const data: AuditPanelData = { entry, ask: (query) => this.ask(query) };
    void this.sheets.open(async () => (await import('./audit-panel')).AuditPanel, { data });
  }
}
