import { Component, effect, inject, output, signal, untracked } from '@angular/core';
import type { ChatId, DirectoryEntry } from '@app/contracts';
import { Avatar, Button, Field, ListRow } from '@app/web-ui';
import { ChatStore } from '../../data-access/chat-store';
import { problemWords } from '../../problem-words';
import { peopleTexts } from '../people/people-texts';

/** Keys in a row are one question. */
const PAUSE_MS = 200;

/** The channels that anybody may join, and those I am in. */
@Component({
  selector: 'app-channel-browser',
  imports: [Avatar, Button, Field, ListRow],
  template: `
    <ui-field
      type="search"
      isLiteral
      [label]="texts.findChannels"
      [error]="problem()"
      [(value)]="query"
    />
    <div class="found">
      @for (channel of channels(); track channel.id) {
        <div uiListRow class="channel">
          <ui-avatar lead glyph="#" [id]="channel.id" [name]="channel.name" />
          <span heading dir="auto">{{ channel.name }}</span>
          <span line dir="auto">{{ lineOf(channel) }}</span>
          <button
            action
            uiButton
            type="button"
            [kind]="channel.isMember ? 'quiet' : 'primary'"
            [attr.aria-label]="wordOf(channel) + ': ' + channel.name"
            (click)="enter(channel)"
          >
            {{ wordOf(channel) }}
          </button>
        </div>
      } @empty {
        @if (isAnswered()) {
          <p role="status">{{ texts.noChannels }}</p>
        }
      }
    </div>
  `,
  styleUrl: './new-chat.css',
})
export class ChannelBrowser {
  readonly chosen = output<ChatId>();

  private readonly store = inject(ChatStore);
  protected readonly texts = peopleTexts;
  protected readonly query = signal('');
  protected readonly channels = signal<readonly DirectoryEntry[]>([]);
  protected readonly isAnswered = signal(false);
  protected readonly problem = signal('');

  constructor() {
    effect((onCleanup) => {
      const query = this.query().trim();
      const timer = setTimeout(() => untracked(() => void this.search(query)), PAUSE_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected lineOf({ memberCount, topic }: DirectoryEntry): string {
    return [peopleTexts.members(memberCount), topic].filter(Boolean).join(' · ');
  }

  protected wordOf({ isMember }: DirectoryEntry): string {
    return isMember ? peopleTexts.open : peopleTexts.join;
  }

  protected async enter({ id, isMember }: DirectoryEntry): Promise<void> {
    try {
      if (!isMember) await this.store.join(id);
      this.chosen.emit(id);
    } catch (error) {
      // It became private meanwhile, or no connection.
      this.problem.set(problemWords(error));
    }
  }

  private async search(query: string): Promise<void> {
    this.problem.set('');
    try {
      const { items } = await this.store.directory(query);
      if (query !== this.query().trim()) return;
      this.channels.set(items);
      this.isAnswered.set(true);
    } catch (error) {
      // No connection, or too many questions: said below the field.
      this.problem.set(problemWords(error));
    }
  }
}
