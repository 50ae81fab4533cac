import {
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { User, UserId } from '@app/contracts';
import { Avatar, Field, Icon, IconButton, KeepFocus, ListRow } from '@app/web-ui';
import { ChatActions } from '../../data-access/chat-actions';
import { ChatStore } from '../../data-access/chat-store';
import { ToldPause } from '../../data-access/told-pause';
import { whenTyped } from '../../data-access/when-typed';
import { problemWords } from '../../problem-words';
import { peopleTexts } from './people-texts';

const MOST_FAMILIAR = 20;

/** People of some other kind than everybody. */
export interface PeopleSource {
  /** Those of a name; all of them, or the first, where it is empty. */
  readonly find: (name: string) => Promise<readonly User[]>;
  /** Said where there is nobody at all. */
  readonly nobody: string;
}

/**
 * Finds people by name, among everybody or in a `source`; before one is asked for, offers those one
 * writes to, or the first of the source. With `isMany`, they gather in `chosen`; else pressing one
 * is the choice. An answer to an older text never covers a newer one.
 */
@Component({
  selector: 'app-people-picker',
  imports: [Avatar, Field, Icon, IconButton, KeepFocus, ListRow],
  templateUrl: './people-picker.html',
  styleUrl: './people-picker.css',
})
export class PeoplePicker {
  readonly isMany = input(false);
  /** Who cannot be chosen: they are in already. */
  readonly without = input<ReadonlySet<UserId>>(new Set());
  readonly source = input<PeopleSource>();
  readonly chosen = model<readonly User[]>([]);
  /** One person was pressed, and `isMany` is off. */
  readonly picked = output<User>();

  private readonly actions = inject(ChatActions);
  private readonly store = inject(ChatStore);
  protected readonly texts = peopleTexts;
  private readonly field = viewChild.required(Field);
  protected readonly query = signal('');
  private readonly answer = signal<{
    readonly query: string;
    readonly people: readonly User[];
  } | null>(null);
  protected readonly problem = signal('');
  private readonly pause = new ToldPause();
  private isOver = false;
  /** Those to whom I write directly, the latest first: mostly it is one of them. */
  private readonly familiar = computed(() =>
    this.store
      .chats()
      .flatMap(({ peer }) => peer ?? [])
      .slice(0, MOST_FAMILIAR),
  );
  protected readonly found = computed(() => {
    const { query = '', people = [] } = this.answer() ?? {};
    const offered = query === '' && !this.source() ? this.familiar() : people;
    return offered.filter((person) => !this.without().has(person.id));
  });
  protected readonly note = computed(() => {
    const [answer, source] = [this.answer(), this.source()];
    if (this.query().trim() === '' && !source) return peopleTexts.startTyping;
    if (answer?.query === '') return source?.nobody ?? '';
    return answer && this.found().length === 0 ? peopleTexts.nobody : '';
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.isOver = true));
    whenTyped(
      () => this.query().trim(),
      (query) => this.search(query),
      (query) => query === '',
    );
  }

  protected isChosen(person: User): boolean {
    return this.chosen().some(({ id }) => id === person.id);
  }

  protected toggle(person: User): void {
    const others = this.chosen().filter(({ id }) => id !== person.id);
    this.chosen.set(this.isChosen(person) ? others : [...others, person]);
  }

  /** With the last one its list goes, and the focus that was in it: one goes on choosing. */
  protected remove(person: User): void {
    this.toggle(person);
    if (this.chosen().length === 0) this.field().focus();
  }

  private async search(query: string): Promise<void> {
    const isWanted = (): boolean => !this.isOver && query === this.query().trim();
    const complain = (error: unknown): void => this.problem.set(problemWords(error));
    this.problem.set('');
    try {
      const people = await this.peopleOf(query, isWanted, complain);
      if (!isWanted()) return;
      this.answer.set({ query, people });
      this.problem.set('');
    } catch (error) {
      // No connection, or too many questions: said below the field.
      if (isWanted()) complain(error);
    }
  }

  private peopleOf(query: string, isWanted: () => boolean, complain: (error: unknown) => void) {
    const find = this.source()?.find ?? ((name: string) => this.actions.searchPeople(name));
    return this.pause.ask(() => find(query), isWanted, complain);
  }
}
