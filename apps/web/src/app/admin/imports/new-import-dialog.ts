import { Component, computed, inject, LOCALE_ID, signal, type OnDestroy } from '@angular/core';
import type { ImportSource } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { Button, Dialog, DIALOG, FileField, Select, type DialogHandle } from '@app/web-ui';
import { fileDrops } from '../../chats/attaching/file-drops';
import { sizeWords } from '../../chats/files/file-looks';
import { problemWords } from '../../problem-words';
import { adminTexts } from '../admin-texts';
import { Attempts } from '../frame/attempts';
import { importTexts } from './import-texts';
import { Imports } from './imports';

/** What exports of each source are, by the ends of their names. */
const kinds: Readonly<Record<ImportSource, readonly string[]>> = {
  slack: ['.zip'],
  mattermost: ['.zip', '.jsonl'],
};
const sources = Object.keys(kinds) as ImportSource[];

/** Which export, and from where; closes with true when its trial has begun. */
@Component({
  selector: 'app-new-import-dialog',
  imports: [Button, Dialog, FileField, Select],
  templateUrl: './new-import-dialog.html',
  styles: `
    form {
      display: grid;
      gap: var(--s-4);
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
  private readonly locale = inject(LOCALE_ID);
  private readonly percents = new Intl.NumberFormat(this.locale, { style: 'percent' });
  private readonly stop = new AbortController();

  protected readonly texts = importTexts;
  protected readonly cancelWord = adminTexts.cancel;
  protected readonly sources = Object.entries(importTexts.sources).map(([value, label]) => ({
    value,
    label,
  }));
  /** Of any source: what is chosen may say which one it is from. */
  protected readonly accept = [...new Set(Object.values(kinds).flat())].join();
  protected readonly source = signal<ImportSource>('slack');
  protected readonly error = signal('');
  private readonly file = signal<File | undefined>(undefined);
  protected readonly chosen = computed(() => {
    const file = this.file();
    return file ? `${file.name} · ${sizeWords(file.size, this.locale)}` : '';
  });
  private readonly sent = signal(0);
  protected readonly percent = computed(() =>
    this.percents.format(this.sent() / Math.max(1, this.file()?.size ?? 1)),
  );
  private readonly attempts = new Attempts(wordsOf);
  protected readonly problem = this.attempts.problem;
  protected readonly isBusy = this.attempts.isBusy;
  /** Anywhere on the dialog; a folder is no export, however it is called. */
  protected readonly isOver = fileDrops(
    ([first]) => first && this.take(first.file, first.isFolder),
    computed(() => !this.isBusy()),
  );

  /** Who goes elsewhere does not want it any more. */
  ngOnDestroy(): void {
    this.stop.abort();
  }

  protected choose(source: string): void {
    this.source.set(source as ImportSource);
    const file = this.file();
    if (file && !isOf(this.source(), file)) this.file.set(undefined);
  }

  /**
   * What is chosen stays where something is given that is no export. What is none of the chosen
   * source is taken for one of that which has such exports.
   */
  protected take(file: File, isFolder = false): void {
    if (this.isBusy()) return;
    const from = [this.source(), ...sources].find((source) => !isFolder && isOf(source, file));
    this.error.set(from ? '' : importTexts.start.fileWrong);
    if (!from) return;
    this.source.set(from);
    this.file.set(file);
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

function isOf(source: ImportSource, { name }: File): boolean {
  return kinds[source].some((kind) => name.toLowerCase().endsWith(kind));
}

/** Another one is under way. */
function wordsOf(error: unknown): string {
  const isOther = error instanceof RequestProblem && error.code === 'conflict';
  return isOther ? importTexts.start.underWay : problemWords(error);
}
