import { Component, computed, inject, input, output } from '@angular/core';
import type { Message, UserId } from '@app/contracts';
import { REACTORS_NAMED } from '../../data-access/people-finder';
import { ReactionWishes } from '../../data-access/reaction-wishes';
import { PeopleNames } from '../people-names';
import { signsTexts } from './signs-texts';

/** What members say to a message with an emoji: how many, who, and whether I do. */
@Component({
  selector: 'app-message-reactions',
  template: `
    @for (one of shown(); track one.emoji) {
      <button
        type="button"
        [class.mine]="one.isMine"
        [attr.aria-pressed]="one.isMine"
        [attr.aria-disabled]="mayReact() ? null : true"
        [attr.tabindex]="isReachable() ? null : -1"
        [attr.aria-label]="one.label"
        [attr.data-tip]="one.names"
        (click)="toggle(one)"
      >
        <span aria-hidden="true">{{ one.emoji }}</span>
        <span aria-hidden="true">{{ one.userIds.length }}</span>
      </button>
    }
  `,
  styleUrl: './message-reactions.css',
  host: { role: 'group', '[attr.aria-label]': 'texts.reactions' },
})
export class MessageReactions {
  readonly message = input.required<Message>();
  readonly mayReact = input(true);
  /** Tab stops at them: in a list of many rows, at those of one. */
  readonly isReachable = input(true);
  /** I want it, or no longer. */
  readonly toggled = output<{ readonly emoji: string; readonly isOn: boolean }>();

  protected readonly texts = signsTexts;
  private readonly wishes = inject(ReactionWishes);
  private readonly people = inject(PeopleNames);
  protected readonly shown = computed(() =>
    this.wishes.of(this.message()).map((one) => {
      const names = this.namesOf(one.userIds);
      return { ...one, names, label: `${one.emoji} ${one.userIds.length}, ${names}` };
    }),
  );

  protected toggle({ emoji, isMine }: { emoji: string; isMine: boolean }): void {
    if (this.mayReact()) this.toggled.emit({ emoji, isOn: !isMine });
  }

  private namesOf(ids: readonly UserId[]): string {
    const named = ids.slice(0, REACTORS_NAMED).map(this.people.of);
    const rest = ids.length - named.length;
    return this.people.join(rest > 0 ? [...named, signsTexts.others(rest)] : named);
  }
}
