import { Component, computed, inject, LOCALE_ID, signal, type OnDestroy } from '@angular/core';
import type { ImportSource } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { Button, Dialog, DIALOG, Select, type DialogHandle } from '@app/web-ui';
import { problemWords } from '../../problem-words';
import { adminTexts } from '../admin-texts';
import { Attempts } from '../frame/attempts';
import { importTexts } from './import-texts';
import { Imports } from './imports';

/** Which export, and from where; closes with true when its trial has begun. */
@Component({
  selector: 'app-new-import-dialog',
  imports: [Button, Dialog, Select],
  templateUrl: './new-import-dialog.html',
  styles: `
    form,
    .file {
      display: grid;
      gap: var(--s-4);
    }
    .file {
      gap: var(--s-1);
      font-size: var(--fs-13);
    }
    .file input {
      min-inline-size: 0;
      font: inherit;
    }
    .quiet {
      min-block-size: 1lh;
      color: var(--text-2);
      font-size: var(--fs-13);
    }
    .problem {
      color: var(--danger);
      font-size: var(--fs-13);
    }
  `,
})
export class NewImportDialog implements OnDestroy {
  private readonly imports = inject(Imports);
  private readonly handle = inject(DIALOG) as DialogHandle<true>;
  private readonly percents = new Intl.NumberFormat(inject(LOCALE_ID), { style: 'percent' });
  private readonly stop = new AbortController();

  protected readonly texts = importTexts;
  protected readonly cancelWord = adminTexts.cancel;
  protected readonly sources = Object.entries(importTexts.sources).map(([value, label]) => ({
    value,
    label,
  }));
  protected readonly source = signal<ImportSource>('slack');
  protected readonly error = signal('');
  private readonly file = signal<File | undefined>(undefined);
  private readonly sent = signal(0);
  protected readonly percent = computed(() =>
    this.percents.format(this.sent() / Math.max(1, this.file()?.size ?? 1)),
  );
  private readonly attempts = new Attempts(wordsOf);
  protected readonly problem = this.attempts.problem;
  protected readonly isBusy = this.attempts.isBusy;

  /** Who goes elsewhere does not want it any more. */
  ngOnDestroy(): void {
    this.stop.abort();
  }

  protected choose(source: string): void {
    this.source.set(source as ImportSource);
  }

  protected take(event: Event): void {
    this.file.set((event.target as HTMLInputElement).files?.[0]);
    this.error.set('');
  }

  protected cancel(): void {
    this.handle.close();
  }

  protected async begin(event: Event): Promise<void> {
    event.preventDefault();
    const file = this.file();
    this.error.set(file ? '' : importTexts.start.fileMissing);
    if (this.isBusy() || !file) return;
    await this.attempts.run(async () => {
      this.sent.set(0);
      await this.imports.attempt({
        source: this.source(),
        file,
        signal: this.stop.signal,
        note: (sentBytes) => this.sent.set(sentBytes),
      });
      this.handle.close(true);
    });
  }
}

/** Another one is under way. */
function wordsOf(error: unknown): string {
  const isOther = error instanceof RequestProblem && error.code === 'conflict';
  return isOther ? importTexts.start.underWay : problemWords(error);
}
