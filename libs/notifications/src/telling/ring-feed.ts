import type { Fact, UserId } from '@app/contracts';
import { EventBus } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CallPushes } from '../push/call-pushes.js';
import { Audiences } from './audiences.js';
import { Court } from './court.js';
import { LastOrders } from './last-orders.js';

/**
 * Calls ring where no window is open, too, and stop when they do elsewhere. A guest, who is in the
 * call and not in its chat, is told who calls, and not of which chat it is.
 */
@Injectable()
export class RingFeed implements OnModuleInit {
  constructor(
    private readonly eventBus: EventBus,
    private readonly audiences: Audiences,
    private readonly court: Court,
    private readonly pushes: CallPushes,
    private readonly lastOrders: LastOrders,
  ) {}

  onModuleInit(): void {
    this.eventBus.subscribe({
      module: 'notifications-calls',
      name: 'call.ringing',
      handle: (fact) => this.lastOrders.run(() => this.#take(fact)),
    });
  }

  async #take(call: Fact<'call.ringing'>): Promise<void> {
    for (const userId of await this.pushes.reached(call.silentIds))
      await this.pushes.silence(call, userId);
    const reached = await this.pushes.reached(call.userIds);
    if (reached.length > 0) await this.#ring(call, reached);
  }

  async #ring(call: Fact<'call.ringing'>, reached: readonly UserId[]): Promise<void> {
    const members = await this.audiences.of(call.chatId);
    if (!members) return;
    const cause = 'ringing_call' as const;
    const cases = reached.map((userId) => ({ userId, cause, isOwn: false, isRead: false }));
    const rulings = await this.court.rule(cases, members, call.callerId);
    const chatFor = (userId: UserId) => (members.has(userId) ? members.name : '');
    for (const one of rulings)
      if (one.verdict.push) await this.pushes.ring(call, one, chatFor(one.userId));
  }
}
