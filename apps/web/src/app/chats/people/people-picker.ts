import { Component, computed, inject, input, model, output, signal } from '@angular/core';
import type { User, UserId } from '@app/contracts';
import { Avatar, Field, Icon, IconButton, ListRow } from '@app/web-ui';
import { ChatActions } from '../../data-access/chat-actions';
import { whenTyped } from '../../data-access/when-typed';
import { problemWords } from '../../problem-words';
import { peopleTexts } from './people-texts';

/**
 * Finds people by name. With `isMany`, they gather in `chosen`; else pressing one is the choice. An
 * answer to an older text never covers a newer one.
 */
@Component({
  selector: 'app-people-picker',
  imports: [Avatar, Field, Icon, IconButton, ListRow],
  templateUrl: './people-picker.html',
  styleUrl: './people-picker.css',
})
export class PeoplePicker {
  readonly isMany = input(false);
  /** Who cannot be chosen: they are in already. */
  readonly without = input<ReadonlySet<UserId>>(new Set());
  readonly chosen = model<readonly User[]>([]);
  /** One person was pressed, and `isMany` is off. */
  readonly picked = output<User>();

  private readonly actions = inject(ChatActions);
  protected readonly texts = peopleTexts;
  protected readonly query = signal('');
  private readonly answer = signal<{ readonly query: string; readonly people: readonly User[] }>({
    query: '',
    people: [],
  });
  protected readonly problem = signal('');
  protected readonly found = computed(() =>
    this.answer().people.filter((person) => !this.without().has(person.id)),
  );
  protected readonly note = computed(() => {
    if (this.query().trim() === '') return peopleTexts.startTyping;
    const isUnknown = this.answer().query !== '' && this.found().length === 0;
    return isUnknown ? peopleTexts.nobody : '';
  });

  constructor() {
    whenTyped(
      () => this.query().trim(),
      (query) => this.search(query),
    );
  }

  protected isChosen(person: User): boolean {
    return this.chosen().some(({ id }) => id === person.id);
  }

  protected toggle(person: User): void {
    const others = this.chosen().filter(({ id }) => id !== person.id);
    this.chosen.set(this.isChosen(person) ? others : [...others, person]);
  }

  private async search(query: string): Promise<void> {
    this.problem.set('');
    try {
      const people = query === '' ? [] : await this.actions.searchPeople(query);
      if (query === this.query().trim()) this.answer.set({ query, people });
    } catch (error) {
      // No connection, or too many questions: said below the field.
      if (query === this.query().trim()) this.problem.set(problemWords(error));
    }
  }
}
