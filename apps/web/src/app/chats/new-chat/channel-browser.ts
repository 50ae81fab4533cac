import { Component, computed, inject, output, signal, viewChild } from '@angular/core';
import type { ChatId, DirectoryEntry } from '@app/contracts';
import { Avatar, Button, EmptyState, Field, Icon, KeepFocus, ListRow } from '@app/web-ui';
import { ChatActions } from '../../data-access/chat-actions';
import { PagedSearch } from '../../data-access/paged-search';
import { problemWords } from '../../problem-words';
import { peopleTexts } from '../people/people-texts';

/** The channels that anybody may join, and those I am in. */
@Component({
  selector: 'app-channel-browser',
  imports: [Avatar, Button, EmptyState, Field, Icon, KeepFocus, ListRow],
  template: `
    <ui-field
      type="search"
      isLiteral
      isFirst
      [label]="texts.findChannels"
      [error]="problem()"
      [(value)]="search.query"
    />
    <div uiKeepFocus class="found">
      @for (channel of channels(); track channel.id) {
        <div uiListRow class="channel">
          <ui-avatar
            lead
            glyph="#"
            [id]="channel.id"
            [name]="channel.name"
            [picture]="channel.avatar"
          />
          <span heading dir="auto">{{ channel.name }}</span>
          @if (channel.visibility === 'private') {
            <ui-icon heading class="private" name="lock" [label]="texts.isPrivate" />
          }
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
        @if (search.isAnswered()) {
          <ui-empty-state icon="hash" [title]="texts.noChannels" [hint]="texts.noChannelsHint" />
        }
      }
      @if (search.hasMore()) {
        <button uiButton kind="quiet" type="button" class="more" (click)="search.more()">
          {{ texts.more }}
        </button>
      }
    </div>
  `,
  styleUrl: './new-chat.css',
})
export class ChannelBrowser {
  readonly chosen = output<ChatId>();

  private readonly actions = inject(ChatActions);
  private readonly field = viewChild.required(Field);
  protected readonly texts = peopleTexts;
  protected readonly search = new PagedSearch<DirectoryEntry>((query, cursor) =>
    this.actions.directory(query, cursor),
  );
  protected readonly channels = this.search.items;
  private readonly joinProblem = signal('');
  protected readonly problem = computed(() => this.joinProblem() || this.search.problem());

  /** To the field in which one says what one looks for. */
  focus(): void {
    this.field().focus();
  }

  protected lineOf({ memberCount, topic }: DirectoryEntry): string {
    return [peopleTexts.members(memberCount), topic].filter(Boolean).join(' · ');
  }

  protected wordOf({ isMember }: DirectoryEntry): string {
    return isMember ? peopleTexts.open : peopleTexts.join;
  }

  protected async enter({ id, isMember }: DirectoryEntry): Promise<void> {
    this.joinProblem.set('');
    try {
      if (!isMember) await this.actions.join(id);
      this.chosen.emit(id);
    } catch (error) {
      // It became private meanwhile, or no connection.
      this.joinProblem.set(problemWords(error));
    }
  }
}
