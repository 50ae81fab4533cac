import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import type { Job, JobState } from '@app/contracts';
import { EmptyState, Segments, Select, Sheets, Table, TableCell } from '@app/web-ui';
import { isLineProblem } from '@app/web-session';
import { adminTexts } from '../admin-texts';
import { AdminSection } from '../frame/admin-section';
import { ListFoot } from '../frame/list-foot';
import { Moments } from '../frame/moments';
import { PageByPage } from '../frame/page-by-page';
import type { JobPanelData } from './job-panel-data';
import { Jobs } from './jobs';
import { operationTexts } from './operation-texts';

const states = ['failed', 'waiting', 'running', 'delayed'] as const satisfies JobState[];

/** `/admin/jobs`: what waits, what is done now, and what has failed. */
@Component({
  selector: 'app-jobs-page',
  imports: [AdminSection, EmptyState, ListFoot, Segments, Select, Table, TableCell],
  templateUrl: './jobs-page.html',
  styleUrls: ['./jobs-page.css'],
})
export class JobsPage {
  /** From the address. */
  readonly state = input<string>();
  readonly kind = input<string>();

  private readonly jobs = inject(Jobs);
  private readonly sheets = inject(Sheets);
  private readonly router = inject(Router);
  protected readonly moments = inject(Moments);

  protected readonly texts = adminTexts;
  protected readonly words = operationTexts;
  protected readonly nameOf = ({ kind, key }: Job) => `${kind} ${key}`;
  protected readonly states = states.map((id) => ({ id, label: operationTexts.jobs.states[id] }));
  protected readonly chosen = computed(
    () => states.find((state) => state === this.state()) ?? 'failed',
  );
  private readonly known = signal<readonly string[]>([]);
  /** One that the address names may be no more. */
  protected readonly kinds = computed(() => {
    const named = this.kind() ? [this.kind()!] : [];
    const kinds = [...new Set([...this.known(), ...named])].sort();
    const every = { value: '', label: operationTexts.jobs.everyKind };
    return [every, ...kinds.map((value) => ({ value, label: value }))];
  });
  protected readonly columns = computed(() => [
    { id: 'kind', label: operationTexts.jobs.kind, width: 'minmax(0, 1.5fr)' },
    { id: 'key', label: operationTexts.jobs.key, width: 'minmax(0, 1.5fr)' },
    { id: 'at', label: operationTexts.jobs.times[this.chosen()], isNamed: true },
    {
      id: 'attempts',
      label: operationTexts.jobs.attempts,
      width: 'minmax(0, 0.5fr)',
      isNamed: true,
    },
    { id: 'error', label: operationTexts.jobs.error, width: 'minmax(0, 2fr)' },
  ]);
  protected readonly list = new PageByPage<Job>((cursor) =>
    this.jobs.list(this.chosen(), this.kind(), cursor),
  );

  constructor() {
    void this.meetKinds();
    effect(() => {
      this.chosen();
      this.kind();
      untracked(() => void this.list.load());
    });
  }

  protected show(change: { readonly state?: string; readonly kind?: string }): void {
    const { state = this.chosen(), kind = this.kind() } = change;
    void this.router.navigate(['/admin', 'jobs'], {
      queryParams: { state: state === 'failed' ? null : state, kind: kind === '' ? null : kind },
      replaceUrl: true,
    });
  }

  protected open(job: Job): void {
    const data: JobPanelData = { job, changed: () => void this.list.reload() };
    void this.sheets.open(async () => (await import('./job-panel')).JobPanel, { data });
  }

  private async meetKinds(): Promise<void> {
    try {
      this.known.set(await this.jobs.kinds());
    } catch (error) {
      // The list, which is asked for as well, says so.
      if (!isLineProblem(error)) throw error;
    }
  }
}
