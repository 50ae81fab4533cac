import { Component, computed, inject } from '@angular/core';
import type { ServerProcess } from '@app/contracts';
import { Dialog, DIALOG, TIME_LOCALE, type DialogHandle } from '@app/web-ui';
import { Moments } from '../frame/moments';
import { operationTexts } from './operation-texts';
import { ProcessStateMark } from './process-state';

const MEGABYTE = 1024 * 1024;

/** One process: how it is, and what it depends on. */
@Component({
  selector: 'app-process-panel',
  imports: [Dialog, ProcessStateMark],
  templateUrl: './process-panel.html',
  styleUrl: './operation-panel.css',
})
export class ProcessPanel {
  private readonly numbers = new Intl.NumberFormat(inject(TIME_LOCALE)());
  protected readonly moments = inject(Moments);
  protected readonly process = (inject(DIALOG) as DialogHandle<void, ServerProcess>).data;
  protected readonly texts = operationTexts;
  protected readonly title = `${this.process.app} · ${this.process.host}`;
  /** What others serve stands by itself. */
  protected readonly checks = Object.entries(this.process.checks).filter(
    ([name]) => !this.process.breakers.some(({ service }) => service === name),
  );
  protected readonly facts = computed(() => {
    const { host, pid, version, startedAt, lastSeenAt, memoryBytes } = this.process;
    const megabytes = this.numbers.format(Math.round(memoryBytes / MEGABYTE));
    return [
      [operationTexts.machine, host],
      [operationTexts.number, String(pid)],
      [operationTexts.version, version],
      [operationTexts.started, this.moments.time(startedAt)],
      [operationTexts.lastSeen, this.moments.time(lastSeenAt)],
      [operationTexts.memory, operationTexts.megabytes(megabytes)],
    ] as const;
  });
}
