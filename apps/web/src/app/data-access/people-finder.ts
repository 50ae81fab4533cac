import { effect, untracked } from '@angular/core';
import { meet } from '@app/chat-state';
import type { Message, UserId } from '@app/contracts';
import { type ChatArchive, isLineProblem } from '@app/web-realtime';
import type { ChatClient } from './chat-client';

/** How many one question may name. */
const AT_ONCE = 100;

/** Gets to know people who are shown and whom no list of members has brought: each once. */
export class PeopleFinder {
  private readonly asked = new Set<UserId>();

  constructor(
    private readonly client: ChatClient,
    private readonly archive: Pick<ChatArchive, 'people'>,
  ) {}

  /** From now on these. Called where effects may be made. */
  follow(shown: () => readonly UserId[]): void {
    effect(() => {
      const ids = shown();
      untracked(() => void this.find(ids));
    });
  }

  private async find(ids: readonly UserId[]): Promise<void> {
    const { people } = this.client.state();
    const unknown = [...new Set(ids)].filter((id) => !people.has(id) && !this.asked.has(id));
    const now = unknown.slice(0, AT_ONCE);
    if (now.length === 0) return;
    for (const id of now) this.asked.add(id);
    try {
      const users = await this.archive.people(now);
      this.client.change((state) => meet(state, users));
    } catch (error) {
      // They stay unnamed until something else is shown; then they are asked for again.
      if (!isLineProblem(error)) throw error;
      for (const id of now) this.asked.delete(id);
    }
  }
}

/** Of those who react with one emoji, so many are called by their names. */
export const REACTORS_NAMED = 10;

/** Whom a message names. */
export function namedBy({ senderId, system, reactions = [] }: Message): readonly UserId[] {
  const reactors = reactions.flatMap(({ userIds }) => userIds.slice(0, REACTORS_NAMED));
  if (!system) return [senderId, ...reactors];
  if ('userIds' in system) return [senderId, ...system.userIds];
  return 'userId' in system ? [senderId, system.userId] : [senderId];
}
