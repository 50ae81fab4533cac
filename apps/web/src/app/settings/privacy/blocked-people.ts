import { Component, inject, signal } from '@angular/core';
import type { User } from '@app/contracts';
import { Avatar, Button, KeepFocus, ListRow, Skeleton } from '@app/web-ui';
import { Blocks } from '../../data-access/blocks';
import { problemWords } from '../../problem-words';
import { settingsTexts } from '../settings-texts';

/** Whom I block, and the way back. */
@Component({
  selector: 'app-blocked-people',
  imports: [Avatar, Button, KeepFocus, ListRow, Skeleton],
  template: `
    @if (people(); as people) {
      <ul uiKeepFocus>
        @for (person of people; track person.id) {
          <li uiListRow>
            <ui-avatar lead [id]="person.id" [name]="person.name" [picture]="person.avatar" />
            <span heading dir="auto">{{ person.name }}</span>
            <span line
              ><bdi dir="ltr">@{{ person.username }}</bdi></span
            >
            <button
              action
              uiButton
              kind="text"
              type="button"
              [attr.aria-label]="texts.unblockOf(person.name)"
              (click)="unblock(person)"
            >
              {{ texts.unblock }}
            </button>
          </li>
        } @empty {
          <li class="quiet">{{ texts.nobody }}</li>
        }
      </ul>
    } @else if (problem()) {
      <button uiButton kind="quiet" type="button" (click)="load()">{{ texts.tryAgain }}</button>
    } @else {
      <ui-skeleton [rows]="2" />
    }
    @if (problem()) {
      <p class="problem" role="alert">{{ problem() }}</p>
    }
  `,
  styles: `
    ul {
      padding: 0;
      list-style: none;
    }
    li {
      padding-inline: 0;
    }
  `,
  styleUrl: '../settings-form.css',
})
export class BlockedPeople {
  private readonly blocks = inject(Blocks);

  protected readonly texts = settingsTexts.privacy;
  protected readonly people = signal<readonly User[] | null>(null);
  protected readonly problem = signal('');

  constructor() {
    void this.load();
  }

  protected load(): Promise<void> {
    return this.attempt(() => Promise.resolve());
  }

  protected unblock({ id }: User): Promise<void> {
    return this.attempt(() => this.blocks.unblock(id));
  }

  private async attempt(deed: () => Promise<void>): Promise<void> {
    this.problem.set('');
    try {
      await deed();
      this.people.set(await this.blocks.list());
    } catch (error) {
      // No connection, or the profiles are away: said below the list.
      this.problem.set(problemWords(error));
    }
  }
}
