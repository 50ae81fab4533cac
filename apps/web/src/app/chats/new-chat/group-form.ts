import { Component, inject, output, signal } from '@angular/core';
import type { ChatId, User } from '@app/contracts';
import { Button, Field } from '@app/web-ui';
import { ChatActions } from '../../data-access/chat-actions';
import { problemWords } from '../../problem-words';
import { PeoplePicker } from '../people/people-picker';
import { peopleTexts } from '../people/people-texts';

/** A group: a name and at least two others. */
@Component({
  selector: 'app-group-form',
  imports: [Button, Field, PeoplePicker],
  template: `
    <form novalidate (submit)="create($event)">
      <ui-field
        [label]="texts.groupName"
        [maxLength]="80"
        [error]="nameProblem()"
        [(value)]="name"
        (valueChange)="nameProblem.set('')"
      />
      <app-people-picker [isMany]="true" [(chosen)]="people" (chosenChange)="problem.set('')" />
      @if (problem()) {
        <p class="problem" role="alert">{{ problem() }}</p>
      }
      <div class="actions">
        <button uiButton type="submit" [isBusy]="isBusy()">{{ texts.create }}</button>
      </div>
    </form>
  `,
  styleUrl: './new-chat.css',
})
export class GroupForm {
  readonly created = output<ChatId>();

  private readonly actions = inject(ChatActions);
  protected readonly texts = peopleTexts;
  protected readonly name = signal('');
  protected readonly people = signal<readonly User[]>([]);
  protected readonly nameProblem = signal('');
  protected readonly problem = signal('');
  protected readonly isBusy = signal(false);

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    const [name, people] = [this.name().trim(), this.people()];
    this.nameProblem.set(name === '' ? peopleTexts.nameMissing : '');
    this.problem.set(people.length < 2 ? peopleTexts.tooFew : '');
    if (name === '' || people.length < 2 || this.isBusy()) return;
    this.isBusy.set(true);
    try {
      const memberIds = people.map(({ id }) => id);
      this.created.emit(await this.actions.create({ type: 'group', name, memberIds }));
    } catch (error) {
      // Refused (blocked), or no connection: what was filled in stays.
      this.problem.set(problemWords(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
