import { Component, inject, LOCALE_ID } from '@angular/core';
import type { ImportCounts } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { Button, Dialog, DIALOG, Dialogs, Toasts, type DialogHandle } from '@app/web-ui';
import { problemWords } from '../../problem-words';
import { askAbout, type Meant } from '../frame/ask-about';
import { Attempts } from '../frame/attempts';
import { Moments } from '../frame/moments';
import { Names } from '../frame/names';
import type { ImportPanelData } from './import-panel-data';
import { ImportStateMark } from './import-state';
import { importTexts } from './import-texts';
import { Imports } from './imports';

/** One import: how much has come in, what has not, and what to do next. */
@Component({
  selector: 'app-import-panel',
  imports: [Button, Dialog, ImportStateMark],
  templateUrl: './import-panel.html',
  styleUrl: '../operations/operation-panel.css',
})
export class ImportPanel {
  private readonly handle = inject(DIALOG) as DialogHandle<void, ImportPanelData>;
  private readonly imports = inject(Imports);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly moments = inject(Moments);
  private readonly names = inject(Names);
  private readonly numbers = new Intl.NumberFormat(inject(LOCALE_ID));

  protected readonly texts = importTexts;
  protected readonly one = this.handle.data.import;
  protected readonly title = this.one.fileName;
  protected readonly facts = this.factsOf();
  protected readonly notes = this.one.notes.map(({ reason, count, examples }) => ({
    reason,
    words: importTexts.reasons[reason],
    count: this.numbers.format(count),
    examples,
  }));
  protected readonly place = this.placeOf();
  protected readonly removal = this.one.state === 'pending' ? importTexts.stop : importTexts.remove;
  private readonly attempts = new Attempts(wordsOf);
  protected readonly problem = this.attempts.problem;
  protected readonly isBusy = this.attempts.isBusy;

  protected async bring(): Promise<void> {
    const { name: action, title, text, note, begun } = importTexts.bring;
    const question = { title: title(this.one.fileName), text, note, action };
    await this.doOnce(question, begun, (meant) => this.imports.bring(this.one, meant));
  }

  protected async remove(): Promise<void> {
    const { name: action, title, text, done } = this.removal;
    const question = { title, text, action, isDanger: true };
    await this.doOnce(question, done, (meant) => this.imports.remove(this.one, meant));
  }

  /** Closes when it is done. */
  private async doOnce(
    question: Parameters<typeof askAbout>[1],
    done: string,
    deed: (meant: Meant) => Promise<void>,
  ): Promise<void> {
    await this.attempts.run(async () => {
      const meant = await askAbout(this.dialogs, question);
      if (!meant) return;
      try {
        await deed(meant);
      } finally {
        this.handle.data.changed();
      }
      this.toasts.say(done);
      this.handle.close();
    });
  }

  private factsOf(): readonly (readonly [string, string])[] {
    const { source, isTrial, createdBy, createdAt, endedAt, progress, counts } = this.one;
    const { moments, numbers } = this;
    const texts = importTexts;
    const counted = Object.keys(texts.counts) as (keyof ImportCounts)[];
    return [
      [texts.source, texts.sources[source]],
      [texts.kind, isTrial ? texts.trial : texts.real],
      [texts.by, this.names.nameOf(createdBy)],
      [texts.begun, moments.time(createdAt)],
      ...(endedAt ? [[texts.ended, moments.time(endedAt)] as const] : []),
      ...(progress
        ? [
            [
              texts.chatsSeen,
              texts.seen(numbers.format(progress.chats), numbers.format(progress.ofChats)),
            ] as const,
          ]
        : []),
      ...counted.map((what) => [texts.counts[what], numbers.format(counts[what])] as const),
    ];
  }

  private placeOf(): string {
    const { file, line } = this.one.refusal ?? {};
    if (file === undefined) return '';
    return line === undefined ? file : importTexts.place(file, this.numbers.format(line));
  }
}

/** It was taken off by somebody else; or another one is under way, or the file is swept. */
function wordsOf(error: unknown): string {
  const code = error instanceof RequestProblem ? error.code : undefined;
  if (code === 'conflict') return importTexts.start.underWay;
  return code === 'not_found' || code === 'gone' ? importTexts.changed : problemWords(error);
}
