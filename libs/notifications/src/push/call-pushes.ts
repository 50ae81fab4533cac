import type { Fact, NotificationSettings, Pushed, UserId } from '@app/contracts';
import { Clock } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { PushJobs } from './push-jobs.js';
import { PushOwners } from './push-owners.js';
import { PushTexts } from './push-texts.js';
import { RingsRepository } from './rings.repository.js';

type Ringing = Fact<'call.ringing'>;

/** Who is rung, and how they want to be told. */
export interface Rung {
  readonly userId: UserId;
  readonly settings: NotificationSettings;
}

/** Calls that ring on devices without a window, until they ring no more. */
@Injectable()
export class CallPushes {
  constructor(
    private readonly owners: PushOwners,
    private readonly pushes: PushJobs,
    private readonly texts: PushTexts,
    private readonly rings: RingsRepository,
    private readonly clock: Clock,
  ) {}

  /** Those who have a device that could ring, also one that another process has just heard of. */
  reached(userIds: readonly UserId[]): Promise<readonly UserId[]> {
    return this.owners.among(userIds);
  }

  /** `chat`: its name, empty for a direct one. */
  async ring(call: Ringing, { userId, settings }: Rung, chat: string): Promise<void> {
    if (!(await this.rings.begin(userId, call, this.clock.now()))) return;
    const { callId, chatId, callerId, version } = call;
    const what = { chatId, seq: 0, senderId: callerId, text: '' };
    const pushed = await this.texts.of(what, chat, 'ringing_call', settings);
    await this.pushes.put(`ring:${callId}:${version}:${userId}`, userId, pushed, 0);
  }

  /**
   * What has rung there rings no more, and what has not yet will not. Counts as taken back only
   * when that is in the queue: where the queue refuses, the fact comes again.
   */
  async silence(call: Ringing, userId: UserId): Promise<void> {
    if (!(await this.rings.end(userId, call, this.clock.now()))) return;
    const { callId, chatId, version } = call;
    const clear: Pushed = { type: 'clear', chatId, seq: 0 };
    await this.pushes.put(`silence:${callId}:${version}:${userId}`, userId, clear, 0);
    await this.rings.takenBack(userId, call);
  }
}
