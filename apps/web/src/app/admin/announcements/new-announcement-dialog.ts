import { Component, inject, signal } from '@angular/core';
import type { MadeAnnouncement, Severity } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { Button, Checkbox, Dialog, DIALOG, Field, Select, type DialogHandle } from '@app/web-ui';
import { problemWords } from '../../problem-words';
import { SERVER_NOW } from '../../server-now';
import { adminTexts } from '../admin-texts';
import { Attempts } from '../frame/attempts';
import { MadeAnnouncements } from './made-announcements';
import { madeTexts } from './made-texts';

const hourMs = 3_600_000;
/** Hours from now. */
const beginnings = { now: 0, hour: 1, day: 24, week: 168 } as const;
/** Hours from the beginning; 0: never. */
const endings = { never: 0, hour: 1, day: 24, week: 168, month: 720 } as const;

const optionsOf = <Id extends string>(words: Readonly<Record<Id, string>>) =>
  (Object.entries(words) as [Id, string][]).map(([value, label]) => ({ value, label }));

/** What is said, how gravely, and when; closes with it once it is made. */
@Component({
  selector: 'app-new-announcement-dialog',
  imports: [Button, Checkbox, Dialog, Field, Select],
  template: `
    <ui-dialog [title]="texts.make">
      <p>{{ texts.makeHint }}</p>
      <form novalidate id="app-new-announcement" (submit)="make($event)">
        <ui-field
          isFirst
          isRequired
          isCounted
          [rows]="3"
          [label]="texts.text"
          [hint]="texts.textHint"
          [maxLength]="500"
          [error]="error()"
          [(value)]="text"
        />
        <ui-select
          [label]="texts.severity"
          [options]="severities"
          [value]="severity()"
          (valueChange)="severity.set($event)"
        />
        <div class="pair">
          <ui-select
            [label]="texts.begins"
            [options]="beginnings"
            [value]="begins()"
            (valueChange)="begins.set($event)"
          />
          <ui-select
            [label]="texts.ends"
            [options]="endings"
            [value]="ends()"
            (valueChange)="ends.set($event)"
          />
        </div>
        <ui-checkbox [label]="texts.dismissible" [(isChecked)]="isDismissible" />
      </form>
      @if (problem()) {
        <p class="problem" role="alert">{{ problem() }}</p>
      }
      <ng-container actions>
        <button uiButton kind="quiet" type="button" (click)="handle.close()">{{ cancel }}</button>
        <button uiButton type="submit" form="app-new-announcement" [isBusy]="isBusy()">
          {{ texts.publish }}
        </button>
      </ng-container>
    </ui-dialog>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--s-4);
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 13.5rem), 1fr));
      gap: var(--s-3);
    }
    .problem {
      color: var(--danger);
      font-size: var(--fs-13);
    }
  `,
})
export class NewAnnouncementDialog {
  private readonly made = inject(MadeAnnouncements);
  private readonly now = inject(SERVER_NOW);
  protected readonly handle = inject(DIALOG) as DialogHandle<MadeAnnouncement>;
  protected readonly texts = madeTexts;
  protected readonly cancel = adminTexts.cancel;
  protected readonly severities = optionsOf(madeTexts.severities);
  protected readonly beginnings = optionsOf(madeTexts.beginnings);
  protected readonly endings = optionsOf(madeTexts.endings);
  protected readonly text = signal('');
  protected readonly severity = signal('info');
  protected readonly begins = signal('now');
  protected readonly ends = signal('never');
  protected readonly isDismissible = signal(true);
  protected readonly error = signal('');
  private readonly attempts = new Attempts(wordsOf);
  protected readonly problem = this.attempts.problem;
  protected readonly isBusy = this.attempts.isBusy;

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.text().trim();
    this.error.set(text === '' ? madeTexts.textMissing : '');
    if (this.isBusy() || this.error()) return;
    const severity = this.severity() as Severity;
    const about = { text, severity, isDismissible: this.isDismissible(), ...this.times() };
    await this.attempts.run(async () => this.handle.close(await this.made.make(about)));
  }

  private times() {
    const beginsIn = beginnings[this.begins() as keyof typeof beginnings];
    const lasts = endings[this.ends() as keyof typeof endings];
    const at = (hours: number) => new Date(this.now().getTime() + hours * hourMs).toISOString();
    return {
      ...(beginsIn > 0 && { from: at(beginsIn) }),
      ...(lasts > 0 && { until: at(beginsIn + lasts) }),
    };
  }
}

function wordsOf(error: unknown): string {
  const isFull = error instanceof RequestProblem && error.code === 'conflict';
  return isFull ? madeTexts.tooMany : problemWords(error);
}
