import { Component, inject } from '@angular/core';
import { RequestProblem } from '@app/web-session';
import { Button, Dialog, DIALOG, Dialogs, Toasts, type DialogHandle } from '@app/web-ui';
import { problemWords } from '../../problem-words';
import { askAbout } from '../frame/ask-about';
import { Attempts } from '../frame/attempts';
import { Moments } from '../frame/moments';
import type { JobPanelData } from './job-panel-data';
import { Jobs } from './jobs';
import { operationTexts } from './operation-texts';

/** One job: how far it is, and what can be done about it. */
@Component({
  selector: 'app-job-panel',
  imports: [Button, Dialog],
  templateUrl: './job-panel.html',
  styleUrl: './operation-panel.css',
})
export class JobPanel {
  private readonly handle = inject(DIALOG) as DialogHandle<void, JobPanelData>;
  private readonly jobs = inject(Jobs);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly moments = inject(Moments);

  protected readonly texts = operationTexts.jobs;
  protected readonly job = this.handle.data.job;
  protected readonly facts = [
    [operationTexts.state, operationTexts.jobs.states[this.job.state]],
    [operationTexts.jobs.key, this.job.key],
    ...(this.job.at
      ? [[operationTexts.jobs.times[this.job.state], this.moments.time(this.job.at)] as const]
      : []),
    [operationTexts.jobs.attempts, String(this.job.attempts)],
  ] as const;
  protected readonly deeds = (['retry', 'remove'] as const).filter((deed) =>
    deed === 'retry' ? this.job.state === 'failed' : this.job.state !== 'running',
  );
  private readonly attempts = new Attempts(wordsOf);
  protected readonly problem = this.attempts.problem;
  protected readonly isBusy = this.attempts.isBusy;

  protected async run(deed: 'retry' | 'remove'): Promise<void> {
    const { name: action, title, text, done } = operationTexts.jobs[deed];
    const { key } = this.job;
    await this.attempts.run(async () => {
      const isDanger = deed === 'remove';
      const meant = await askAbout(this.dialogs, { title: title(key), text, action, isDanger });
      if (!meant) return;
      try {
        await this.jobs[deed](this.job, meant);
      } finally {
        this.handle.data.changed();
      }
      this.toasts.say(done(key));
      this.handle.close();
    });
  }
}

/** It has gone on, or was dealt with by somebody else. */
function wordsOf(error: unknown): string {
  const codes = ['not_found', 'conflict'];
  const hasChanged = error instanceof RequestProblem && codes.includes(error.code);
  return hasChanged ? operationTexts.jobs.changed : problemWords(error);
}
