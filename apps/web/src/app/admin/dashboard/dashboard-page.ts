import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import type { Stats } from '@app/contracts';
import { Banner, Chart, Segments, Skeleton } from '@app/web-ui';
import { problemWords } from '../../problem-words';
import { adminTexts } from '../admin-texts';
import { AdminSection } from '../frame/admin-section';
import { Trouble } from '../frame/trouble';
import { Dashboard } from './dashboard';
import { statsTexts } from './stats-texts';

/** How many days are looked at, by the name of the period. */
const periods = { week: 7, month: 30, year: 366 } as const;
type Period = keyof typeof periods;

/** `/admin/dashboard`: how much there is of everything, and how it came to be. */
@Component({
  selector: 'app-dashboard-page',
  imports: [AdminSection, Banner, Chart, Segments, Skeleton, Trouble],
  templateUrl: './dashboard-page.html',
  styleUrl: './dashboard-page.css',
})
export class DashboardPage {
  /** From the address. */
  readonly period = input<string>();

  private readonly dashboard = inject(Dashboard);
  private readonly router = inject(Router);
  private asked = 0;

  protected readonly texts = adminTexts;
  protected readonly statsTexts = statsTexts;
  protected readonly chartTexts = {
    table: statsTexts.asTable,
    point: statsTexts.day,
    value: statsTexts.count,
    unknown: statsTexts.unknown,
  };
  protected readonly segments = (Object.keys(periods) as Period[]).map((id) => ({
    id,
    label: statsTexts.periods[id],
  }));
  protected readonly chosen = computed<Period>(() => {
    const period = this.period();
    return period === 'week' || period === 'year' ? period : 'month';
  });
  protected readonly stats = signal<Stats | null>(null);
  protected readonly problem = signal('');
  protected readonly tiles = computed(() => {
    const stats = this.stats();
    return stats ? this.dashboard.tiles(stats) : [];
  });
  protected readonly courses = computed(() => {
    const stats = this.stats();
    return stats ? this.dashboard.courses(stats) : [];
  });
  protected readonly away = computed(() => {
    const stats = this.stats();
    return stats && stats.away.length > 0 ? statsTexts.away(this.dashboard.away(stats)) : '';
  });

  constructor() {
    effect(() => {
      this.chosen();
      untracked(() => void this.load());
    });
  }

  protected show(period: string): void {
    void this.router.navigate(['/admin', 'dashboard'], {
      queryParams: { period: period === 'month' ? null : period },
      replaceUrl: true,
    });
  }

  /** An answer to an older question never covers that to a newer one. */
  protected async load(): Promise<void> {
    const asked = ++this.asked;
    const days = periods[this.chosen()];
    this.problem.set('');
    try {
      const stats = await this.dashboard.of(days);
      if (asked === this.asked) this.stats.set(stats);
    } catch (error) {
      // Refused, or no connection: said beside what was there.
      if (asked === this.asked) this.problem.set(problemWords(error));
    }
  }
}
