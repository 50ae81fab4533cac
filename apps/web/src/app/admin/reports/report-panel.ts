import { Component, computed, inject, signal } from '@angular/core';
import { mayInWorkspace } from '@app/contracts';
import { RequestProblem, Session } from '@app/web-session';
import { Button, Dialog, DIALOG, Dialogs, Toasts, type DialogHandle } from '@app/web-ui';
import { NOW } from '../../clock';
import { problemWords } from '../../problem-words';
import { DeviceAges } from '../../settings/devices/device-ages';
import { askHow } from '../frame/ask-about';
import { Attempts } from '../frame/attempts';
import { Moments } from '../frame/moments';
import { Names } from '../frame/names';
import type { ReportPanelData } from './report-panel-data';
import { reportTexts } from './report-texts';
import { ReportWords } from './report-words';
import { Reports } from './reports';

const acts = ['dismiss', 'delete_message', 'warn', 'mute', 'ban'] as const;
type Act = (typeof acts)[number];

const HOUR_MS = 3_600_000;
/** For how many hours somebody is muted. */
const spans = { day: 24, hour: 1, week: 168, month: 720 } as const;
type Span = keyof typeof spans;
const options = (Object.keys(spans) as Span[]).map((value) => ({
  value,
  label: reportTexts.spans[value],
}));

/** One report: what it is about, as it was then, who says what of it, and what can be done. */
@Component({
  selector: 'app-report-panel',
  imports: [Button, Dialog],
  templateUrl: './report-panel.html',
  styleUrl: './report-panel.css',
})
export class ReportPanel {
  private readonly handle = inject(DIALOG) as DialogHandle<void, ReportPanelData>;
  private readonly reports = inject(Reports);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly me = inject(Session).user;
  private readonly now = inject(NOW);
  protected readonly moments = inject(Moments);
  private readonly ages = inject(DeviceAges);
  protected readonly names = inject(Names);
  protected readonly words = inject(ReportWords);

  /** What the person cannot undo, and not even wait for the end of. */
  protected readonly grave: ReadonlySet<Act> = new Set(['delete_message', 'ban']);
  protected readonly texts = reportTexts;
  protected readonly report = signal(this.handle.data.report);
  protected readonly title = computed(() => {
    const { message, userId } = this.report();
    const name = this.names.nameOf(userId);
    return message ? reportTexts.messageOf(name) : name;
  });
  /** How many people are not named. */
  protected readonly more = computed(() => {
    const { complaintCount, complaints } = this.report();
    return Math.max(0, complaintCount - complaints.length);
  });
  protected readonly possible = computed(() =>
    this.report().state === 'open' ? acts.filter((act) => this.isPossible(act)) : [],
  );
  private readonly attempts = new Attempts((error) => this.explain(error));
  protected readonly problem = this.attempts.problem;
  protected readonly isBusy = this.attempts.isBusy;

  protected async run(act: Act): Promise<void> {
    const { name: action, title, text, done } = reportTexts.acts[act];
    await this.attempts.run(async () => {
      const isRead = act === 'warn' || act === 'mute';
      const meant = await askHow(this.dialogs, {
        ...{ title, text, action, isDanger: this.grave.has(act), isReasonNeeded: true },
        ...(isRead && { reasonHint: reportTexts.reasonIsRead }),
        ...(act === 'mute' && { choice: { label: reportTexts.howLong, options } }),
      });
      if (meant?.reason === undefined) return;
      const handling = { act, reason: meant.reason, ...this.until(act, meant.chosen as Span) };
      this.report.set(await this.reports.handle(this.report().id, handling));
      this.handle.data.changed(this.report());
      this.toasts.say(done);
    });
  }

  /** How long ago; of less than a minute, when. */
  protected when(at: string): string {
    return this.ages.ago(at) ?? this.moments.time(at);
  }

  private until(act: Act, span: Span) {
    if (act !== 'mute') return {};
    return { until: new Date(this.now().getTime() + spans[span] * HOUR_MS).toISOString() };
  }

  private isPossible(act: Act): boolean {
    const role = this.me()?.role;
    const maySuspend = role !== undefined && mayInWorkspace('deactivateUsers', role);
    const fits = {
      ...{ dismiss: true, delete_message: !!this.report().message },
      ...{ warn: true, mute: true, ban: maySuspend },
    };
    return fits[act];
  }

  /** Who else has closed it meanwhile has changed the list, too. */
  private explain(error: unknown): string {
    const isClosed = error instanceof RequestProblem && error.code === 'conflict';
    if (isClosed) this.handle.data.outdated();
    return isClosed ? reportTexts.closedMeanwhile : problemWords(error);
  }
}
