import { effect, inject, untracked } from '@angular/core';
import type { Call, UserId } from '@app/contracts';
import { LiveLines } from '../../chats/message-list/live-lines';
import { PeopleNames } from '../../chats/people-names';
import { callTexts } from '../call-texts';
import { happeningsOf, type Happening } from './what-happens';

/** Of whom each has a line of their own; of more only how many they are. */
const MOST_NAMED = 3;

/**
 * Screen readers say what others do in the call, also while a dialog hides its stage from them.
 * Where effects may be made.
 */
export function sayWhatHappens(call: () => Call, me: UserId): void {
  const lines = inject(LiveLines);
  const names = inject(PeopleNames);
  let before: Call | null = null;
  const wordsOf = ({ kind, userIds }: Happening): readonly string[] => {
    const { happenings, locked, raisesHand } = callTexts;
    if (kind === 'locked') return [locked];
    if (kind === 'opened') return [happenings.opened];
    const { mine, many } = happenings;
    if (kind === 'joined' || kind === 'left')
      return userIds.length > MOST_NAMED
        ? [many[kind](String(userIds.length))]
        : userIds.map((userId) => happenings[kind](names.of(userId)));
    return userIds.map((userId) => {
      if (userId === me || kind === 'lowered') return mine[kind];
      return kind === 'hand' ? raisesHand(names.of(userId)) : happenings[kind](names.of(userId));
    });
  };
  effect(() => {
    const now = call();
    const news = before?.id === now.id ? happeningsOf(before, now, me) : [];
    before = now;
    untracked(() => {
      for (const words of news.flatMap(wordsOf)) lines.say(words);
    });
  });
}

/** Screen readers say what stands here, whenever it changes; '' is nothing. */
export function sayWords(words: () => string): void {
  const lines = inject(LiveLines);
  effect(() => {
    if (words()) lines.say(words());
  });
}
