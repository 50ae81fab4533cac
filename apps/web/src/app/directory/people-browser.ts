import { Component, computed, effect, inject, output, signal, viewChild } from '@angular/core';
import type { ChatId, User } from '@app/contracts';
import { Session } from '@app/web-session';
import {
  Avatar,
  Button,
  EmptyState,
  Field,
  KeepFocus,
  ListRow,
  Popovers,
  Skeleton,
} from '@app/web-ui';
import { handleOf } from '../chats/people/handle';
import { peopleTexts } from '../chats/people/people-texts';
import { ChatActions } from '../data-access/chat-actions';
import { ChatStore } from '../data-access/chat-store';
import { PagedSearch } from '../data-access/paged-search';
import { problemWords } from '../problem-words';
import { directoryTexts } from './directory-texts';

/** Everybody of the workspace, with their presence: who they are, and the way to write to them. */
@Component({
  selector: 'app-people-browser',
  imports: [Avatar, Button, EmptyState, Field, KeepFocus, ListRow, Skeleton],
  templateUrl: './people-browser.html',
  styleUrl: './browser-list.css',
})
export class PeopleBrowser {
  /** The direct chat with somebody is there, and wants to be shown. */
  readonly opened = output<ChatId>();

  private readonly store = inject(ChatStore);
  private readonly actions = inject(ChatActions);
  private readonly popovers = inject(Popovers);
  private readonly field = viewChild.required(Field);
  protected readonly me = inject(Session).user;
  protected readonly texts = directoryTexts;
  protected readonly search = new PagedSearch<User>((query, cursor) =>
    this.actions.allPeople(query, cursor),
  );
  /** With the presence that they have now. */
  protected readonly people = computed(() => {
    const known = this.store.people();
    return this.search.items().map((person) => known.get(person.id) ?? person);
  });
  protected readonly writeProblem = signal('');
  protected readonly problem = computed(() => this.writeProblem() || this.search.problem());

  constructor() {
    effect((onCleanup) => onCleanup(this.actions.watch(this.search.items().map(({ id }) => id))));
  }

  /** To the field in which one says whom one looks for. */
  focus(): void {
    this.field().focus();
  }

  protected lineOf(person: User): string {
    return [handleOf(person), peopleTexts.roles[person.role]].filter(Boolean).join(' · ');
  }

  protected showCard(person: User, anchor: HTMLElement): void {
    const load = async () => (await import('../chats/people/person-popover')).PersonPopover;
    void this.popovers.open(load, { anchor, label: person.name, data: person });
  }

  protected async write({ id }: User): Promise<void> {
    this.writeProblem.set('');
    try {
      this.opened.emit(await this.actions.createDirect(id));
    } catch (error) {
      // One blocks the other, or no connection: said below the field.
      this.writeProblem.set(problemWords(error));
    }
  }
}
