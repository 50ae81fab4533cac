import type { Message, UserId } from '@app/contracts';
import { chunksOf } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { MailJobs } from '../mail/mail-jobs.js';
import type { Members } from './audiences.js';
import type { Ruling } from './court.js';
import { Outbound } from './outbound.js';

/** Mails that are put into the queue side by side. */
const width = 20;

/** All ways to people who have no window open: pushes, and mails where there are any. */
@Injectable()
export class Ways {
  constructor(
    private readonly pushes: Outbound,
    private readonly mails: MailJobs,
  ) {}

  /** Members whom anything could be sent to. What two say to each other is mailed, too. */
  async reached(members: Members): Promise<readonly UserId[]> {
    if (this.mails.isOn && members.kind === 'direct') return [...members.ids];
    return this.pushes.reached(members);
  }

  /** Sends it to whom the rule says. Again is harmless. */
  async send(message: Message, rulings: readonly Ruling[]): Promise<void> {
    await this.pushes.send(message, rulings);
    if (!this.mails.isOn) return;
    const mailed = rulings.filter(({ verdict }) => verdict.mail);
    for (const some of chunksOf(mailed, width))
      await Promise.all(some.map(({ userId, cause }) => this.mails.put(userId, message, cause)));
  }
}
