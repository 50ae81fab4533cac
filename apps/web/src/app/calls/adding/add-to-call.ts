import { Component, computed, inject, signal } from '@angular/core';
import type { User } from '@app/contracts';
import type { LiveCall } from '@app/web-calls';
import { ConnectionLost, isLineProblem, type RequestProblem } from '@app/web-realtime';
import { Session } from '@app/web-session';
import { Button, DIALOG, Dialog, Toasts, type DialogHandle } from '@app/web-ui';
import { PeopleNames } from '../../chats/people-names';
import { PeoplePicker } from '../../chats/people/people-picker';
import { peopleTexts } from '../../chats/people/people-texts';
import { callTexts } from '../call-texts';

/** Calls people to a call that runs, whether they are in its chat or not. */
@Component({
  selector: 'app-add-to-call',
  imports: [Button, Dialog, PeoplePicker],
  template: `
    <ui-dialog [title]="texts.addPeople">
      <app-people-picker [isMany]="true" [without]="there()" [(chosen)]="people" />
      @if (problem()) {
        <p class="problem" role="alert">{{ problem() }}</p>
      }
      <ng-container actions>
        <button uiButton kind="quiet" type="button" (click)="handle.close()">
          {{ peopleTexts.cancel }}
        </button>
        <button
          uiButton
          type="button"
          [attr.aria-disabled]="people().length === 0 || isBusy()"
          (click)="add()"
        >
          {{ peopleTexts.add }}
        </button>
      </ng-container>
    </ui-dialog>
  `,
  styles: '.problem { color: var(--danger); font-size: var(--fs-13); }',
})
export class AddToCall {
  protected readonly handle = inject(DIALOG) as DialogHandle<void, LiveCall>;
  private readonly toasts = inject(Toasts);
  private readonly names = inject(PeopleNames);
  private readonly me = inject(Session).user()!.id;
  protected readonly texts = callTexts;
  protected readonly peopleTexts = peopleTexts;
  protected readonly people = signal<readonly User[]>([]);
  protected readonly problem = signal('');
  protected readonly isBusy = signal(false);
  /** Who is in it, or is called already. */
  protected readonly there = computed(() => {
    const { parties } = this.handle.data.call();
    const here = parties.filter(({ state }) => state !== 'left').map(({ userId }) => userId);
    return new Set([this.me, ...here]);
  });

  /** One after the other: where one cannot be called, those who are left stay chosen. */
  protected async add(): Promise<void> {
    const people = this.people();
    if (people.length === 0 || this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set('');
    const called: User[] = [];
    for (const person of people) {
      if (!(await this.call(person))) break;
      called.push(person);
    }
    this.people.set(people.slice(called.length));
    this.isBusy.set(false);
    if (called.length < people.length) return;
    this.toasts.say(callTexts.areCalled(this.names.join(called.map(({ name }) => name))));
    this.handle.close();
  }

  private async call(person: User): Promise<boolean> {
    try {
      await this.handle.data.invite(person.id);
      return true;
    } catch (error) {
      // The two ways in which a line refuses; it cannot be known before.
      if (!isLineProblem(error)) throw error;
      this.problem.set(wordsOf(error, person.name));
      return false;
    }
  }
}

function wordsOf(error: ConnectionLost | RequestProblem, who: string): string {
  if (error instanceof ConnectionLost) return callTexts.offline;
  const { ends, problems, notCalled } = callTexts;
  switch (error.code) {
    case 'call_busy':
      return ends.busy(who);
    case 'conflict':
      return callTexts.full;
    case 'service_unavailable':
      return callTexts.onlyTwo;
    case 'call_removed':
      return notCalled(who);
    default:
      return problems[error.code] ?? notCalled(who);
  }
}
