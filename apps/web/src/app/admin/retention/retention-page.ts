import { Component, computed, effect, inject, signal } from '@angular/core';
import type { RetentionState } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import {
  Button,
  Dialogs,
  EmptyState,
  Field,
  Skeleton,
  Table,
  TableCell,
  Toasts,
} from '@app/web-ui';
import { problemWords } from '../../problem-words';
import { adminTexts } from '../admin-texts';
import { AdminSection } from '../frame/admin-section';
import { askAbout } from '../frame/ask-about';
import { Attempts } from '../frame/attempts';
import { Moments } from '../frame/moments';
import { PageByPage } from '../frame/page-by-page';
import { Pager } from '../frame/pager';
import { Polled } from '../frame/polled';
import { Trouble } from '../frame/trouble';
import { daysOf, Retention, type Rule } from './retention';
import { retentionTexts } from './retention-texts';

/** `/admin/retention`: for how long messages are kept, and what the last purge has removed. */
@Component({
  selector: 'app-retention-page',
  imports: [AdminSection, Button, EmptyState, Field, Pager, Skeleton, Table, TableCell, Trouble],
  templateUrl: './retention-page.html',
  styleUrls: ['../../settings/settings-form.css', '../frame/foot.css', './retention-page.css'],
})
export class RetentionPage {
  protected readonly retention = inject(Retention);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly moments = inject(Moments);

  protected readonly texts = adminTexts;
  protected readonly own = retentionTexts;
  /** While a purge is under way it follows by itself. */
  protected readonly polled = new Polled<RetentionState>(
    () => this.retention.state(),
    (state) => state?.lastRun?.state === 'running',
  );
  protected readonly state = this.polled.answer;
  protected readonly days = signal('');
  protected readonly error = signal('');
  protected readonly told = signal('');
  private readonly attempts = new Attempts(wordsOf);
  protected readonly isBusy = this.attempts.isBusy;
  protected readonly problem = computed(() => this.attempts.problem() || this.polled.problem());
  /** What would go is being counted: that can take a while. */
  protected readonly isCounting = signal(false);
  protected readonly nameOf = ({ name }: Rule) => name;
  protected readonly columns = [
    { id: 'name', label: retentionTexts.chat, width: 'minmax(0, 2fr)' },
    { id: 'type', label: retentionTexts.type },
    { id: 'time', label: retentionTexts.time },
  ];
  protected readonly list = new PageByPage<Rule>((cursor) => this.retention.rules(cursor));
  protected readonly isRunning = computed(() => this.state()?.lastRun?.state === 'running');
  protected readonly lastWords = computed(() => {
    const run = this.state()?.lastRun;
    if (!run) return retentionTexts.never;
    if (run.state === 'running') return retentionTexts.running;
    const time = this.moments.time(run.endedAt ?? run.startedAt);
    if (run.state === 'failed') return retentionTexts.failed(time, run.error ?? '');
    if (run.messages === 0) return retentionTexts.nothingWent(time);
    const chats = retentionTexts.chats(run.chats);
    return retentionTexts.done(time, chats, this.retention.weightWords(run));
  });

  constructor() {
    void this.polled.load();
    void this.list.load();
    let shown: number | undefined;
    effect(() => {
      const state = this.state();
      // What is typed stays, unless something else was saved meanwhile.
      if (state && state.version !== shown) this.days.set(typedOf(state));
      shown = state?.version;
    });
  }

  /** Nothing is saved of which it was not said before what would go by it. */
  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const [state, days] = [this.state(), daysOf(this.days())];
    if (!state || this.isBusy()) return;
    this.told.set('');
    this.error.set(Number.isNaN(days) ? retentionTexts.daysInvalid : '');
    if (this.error() !== '') return;
    if (days === state.days) this.told.set(retentionTexts.unchanged);
    else await this.attempts.run(() => this.change(days, state));
  }

  protected async edit(rule?: Rule): Promise<void> {
    const load = async () => (await import('./chat-rule-dialog')).ChatRuleDialog;
    const isSaved = await this.dialogs.open<boolean>(load, { data: rule ?? null });
    if (!isSaved) return;
    this.toasts.say(retentionTexts.saved);
    await this.list.reload();
  }

  protected async purge(): Promise<void> {
    if (this.isBusy() || this.isRunning()) return;
    await this.attempts.run(async () => {
      const data = await this.expected('goesNow');
      const load = async () => (await import('./purge-dialog')).PurgeDialog;
      if (await this.dialogs.open<boolean>(load, { data })) await this.polled.load();
    });
  }

  private async change(days: number | null, { version }: RetentionState): Promise<void> {
    const text = days === null ? retentionTexts.nothingGoes : await this.expected('goes', days);
    const meant = await askAbout(this.dialogs, {
      title: retentionTexts.askTitle(this.retention.keptWords(days)),
      text,
      action: retentionTexts.save,
      isDanger: days !== null,
    });
    if (!meant) return;
    try {
      await this.retention.change({ days, version, ...meant });
    } finally {
      await this.polled.load();
    }
    this.told.set(retentionTexts.saved);
  }

  private async expected(words: 'goes' | 'goesNow', days?: number): Promise<string> {
    this.isCounting.set(true);
    try {
      return this.retention.expectedWords(await this.retention.preview(days), words);
    } finally {
      this.isCounting.set(false);
    }
  }
}

const typedOf = ({ days }: RetentionState): string => (days === null ? '' : String(days));

function wordsOf(error: unknown): string {
  const isOutdated = error instanceof RequestProblem && error.code === 'precondition_failed';
  return isOutdated ? retentionTexts.outdated : problemWords(error);
}
