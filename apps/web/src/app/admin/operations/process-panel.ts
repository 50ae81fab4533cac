import { Component, inject } from '@angular/core';
import { RequestProblem } from '@app/web-session';
import {
  Button,
  Dialog,
  DIALOG,
  Dialogs,
  TIME_LOCALE,
  Toasts,
  type DialogHandle,
} from '@app/web-ui';
import { problemWords } from '../../problem-words';
import { askAbout } from '../frame/ask-about';
import { Attempts } from '../frame/attempts';
import { Moments } from '../frame/moments';
import { operationTexts } from './operation-texts';
import type { ProcessPanelData } from './process-panel-data';
import { ProcessStateMark } from './process-state';
import { Processes } from './processes';

const MEGABYTE = 1024 * 1024;

/** By state; one that is lost hears nothing. */
const deeds = {
  ready: 'drain',
  not_ready: 'drain',
  draining: 'resume',
  lost: null,
} as const;

/** One process: how it is, what it depends on, and whether it is to take new work. */
@Component({
  selector: 'app-process-panel',
  imports: [Button, Dialog, ProcessStateMark],
  templateUrl: './process-panel.html',
  styleUrl: './operation-panel.css',
})
export class ProcessPanel {
  private readonly handle = inject(DIALOG) as DialogHandle<void, ProcessPanelData>;
  private readonly processes = inject(Processes);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly numbers = new Intl.NumberFormat(inject(TIME_LOCALE)());
  private readonly moments = inject(Moments);
  protected readonly process = this.handle.data.process;
  protected readonly texts = operationTexts;
  protected readonly title = `${this.process.app} · ${this.process.host}`;
  /** What others serve stands by itself. */
  protected readonly checks = Object.entries(this.process.checks).filter(
    ([name]) => !this.process.breakers.some(({ service }) => service === name),
  );
  protected readonly facts = [
    [operationTexts.machine, this.process.host],
    [operationTexts.number, String(this.process.pid)],
    [operationTexts.version, this.process.version],
    [operationTexts.started, this.moments.time(this.process.startedAt)],
    [operationTexts.lastSeen, this.moments.time(this.process.lastSeenAt)],
    [operationTexts.memory, this.memory()],
  ] as const;
  /** What can be done about it. */
  protected readonly deed = deeds[this.process.state];
  private readonly attempts = new Attempts(wordsOf);
  protected readonly problem = this.attempts.problem;
  protected readonly isBusy = this.attempts.isBusy;

  protected async run(deed: 'drain' | 'resume'): Promise<void> {
    const { name: action, title, text, done } = operationTexts[deed];
    await this.attempts.run(async () => {
      const meant = await askAbout(this.dialogs, { title: title(this.title), text, action });
      if (!meant) return;
      await this.processes[deed](this.process, meant);
      this.handle.data.changed();
      this.toasts.say(done(this.title));
      this.handle.close();
    });
  }

  private memory(): string {
    const megabytes = Math.round(this.process.memoryBytes / MEGABYTE);
    return operationTexts.megabytes(this.numbers.format(megabytes));
  }
}

function wordsOf(error: unknown): string {
  const isLast = error instanceof RequestProblem && error.code === 'conflict';
  return isLast ? operationTexts.drain.isLast : problemWords(error);
}
