import { verdictOn, type NotifyCause, type Verdict } from '@app/chat-state';
import type { Message, NotificationSettings, UserId } from '@app/contracts';
import { Clock, PresenceStore } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Wishes } from '../wishes/wishes.js';
import type { Members } from './audiences.js';
import { Blocks } from './blocks.js';

/** What is found so much later, after a crash or a long silence, makes no sound any more. */
const freshMs = 3_600_000;

/** One person, and what happened to them. */
export interface Case {
  readonly userId: UserId;
  readonly cause: NotifyCause;
  readonly isOwn: boolean;
  readonly isRead: boolean;
}

/** A person, and how they are told. */
export interface Ruling extends Case {
  readonly verdict: Verdict;
  readonly settings: NotificationSettings;
}

/** Applies the rule to many at once: one look at their wishes, and one at who is there. */
@Injectable()
export class Court {
  constructor(
    private readonly wishes: Wishes,
    private readonly presence: PresenceStore,
    private readonly clock: Clock,
    private readonly blocks: Blocks,
  ) {}

  /**
   * Who looks at the chat is not known here, and need not be: their window knows, and makes no
   * sound; and what they see is read a moment later, before anything is pushed. Between whom there
   * is a block, neither is told of what the other does.
   */
  async rule(of: readonly Case[], members: Members, from: UserId): Promise<Ruling[]> {
    if (of.length === 0) return [];
    const others = of.filter(({ isOwn }) => !isOwn).map(({ userId }) => userId);
    const blocked = await this.blocks.among(others, from);
    const cases = of.filter(({ userId }) => !blocked.has(userId));
    const userIds = cases.map(({ userId }) => userId);
    const settingsOf = await this.wishes.of(userIds);
    const statuses = await this.presence.statusOf(userIds);
    const now = this.clock.now().getTime();
    return cases.map((one, index) => {
      const settings = settingsOf(one.userId);
      const status = statuses[index]?.status;
      const verdict = verdictOn({
        ...one,
        chat: members.kind,
        settings: members.viewOf(one.userId),
        person: settings,
        isDnd: status === 'dnd',
        isInChat: false,
        isActive: status === 'online' || status === 'dnd',
        now,
      });
      return { ...one, settings, verdict };
    });
  }

  /** Whether it may make a sound. */
  isFresh({ createdAt }: Pick<Message, 'createdAt'>): boolean {
    return this.clock.now().getTime() - Date.parse(createdAt) < freshMs;
  }
}
