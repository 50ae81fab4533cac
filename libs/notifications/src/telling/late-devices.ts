import type { Message, UserId } from '@app/contracts';
import { Clock } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PushOwners } from '../push/push-owners.js';
import { Audiences } from './audiences.js';
import { CauseFinder } from './cause-finder.js';
import { Court } from './court.js';
import { Outbound } from './outbound.js';

/** How long what was told is kept for devices of which nothing is known here yet, in ms. */
const keptMs = 5000;

/** The newest; a process that tells more in that time is late with some of them. */
const maxKept = 500;

interface Told {
  readonly message: Message;
  readonly atMs: number;
}

/**
 * Who has subscribed at another process is heard of a moment later: what was said meanwhile is
 * pushed to them then. A push has a key, so whoever was reached hears of it once.
 */
@Injectable()
export class LateDevices implements OnModuleInit {
  #told: Told[] = [];

  constructor(
    private readonly owners: PushOwners,
    private readonly audiences: Audiences,
    private readonly finder: CauseFinder,
    private readonly court: Court,
    private readonly outbound: Outbound,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.owners.watch((userIds) => this.#reach(userIds));
  }

  /** It was told to whom was known to have a device. */
  note(message: Message): void {
    if (message.kind === 'system' || message.deletedAt !== undefined) return;
    this.#told.push({ message, atMs: this.#nowMs });
    if (this.#told.length > maxKept) this.#told.shift();
  }

  async #reach(userIds: readonly UserId[]): Promise<void> {
    this.#told = this.#told.filter(({ atMs }) => atMs > this.#nowMs - keptMs);
    for (const { message } of this.#told) await this.#send(message, userIds);
  }

  async #send(message: Message, userIds: readonly UserId[]): Promise<void> {
    const { chatId, senderId, seq, kind } = message;
    const members = await this.audiences.of(chatId);
    const late = userIds.filter((id) => id !== senderId && members?.canSee(id, seq));
    if (!members || late.length === 0) return;
    const causes = await this.finder.of(message, members);
    const cases = late
      .filter((userId) => causes.has(userId) || kind !== 'call')
      .map((userId) => ({ userId, cause: causes.get(userId) ?? ('message' as const) }))
      .map((one) => ({ ...one, isOwn: false, isRead: false }));
    await this.outbound.send(message, await this.court.rule(cases, members, senderId));
  }

  get #nowMs(): number {
    return this.clock.now().getTime();
  }
}
