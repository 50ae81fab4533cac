import type { ChatId, PushCause, Pushed, UserId } from '@app/contracts';
import { Clock } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PushedChatsRepository } from '../push/pushed-chats.repository.js';
import { PushJobs, type Checker, type PlainPush } from '../push/push-jobs.js';
import { Audiences } from './audiences.js';
import { ReadablePushes } from './readable-pushes.js';

/** The last moment before something is pushed: whether it is, and with which words. */
@Injectable()
export class LastLook implements Checker, OnModuleInit {
  constructor(
    private readonly pushes: PushJobs,
    private readonly pushed: PushedChatsRepository,
    private readonly audiences: Audiences,
    private readonly readable: ReadablePushes,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.pushes.checkBy(this);
  }

  /** Unread, and wanted. What is sent may have to be taken back later. */
  async isDue(userId: UserId, { chatId, seq, cause }: PlainPush): Promise<boolean> {
    if (!(await this.#isWanted(chatId, userId, cause))) return false;
    // Noted first: a mark that rises from now on finds it.
    await this.pushed.note(userId, chatId, seq, this.clock.now());
    const lastRead = await this.audiences.lastRead(chatId, userId);
    if (lastRead === undefined) return false;
    return cause === 'added' ? lastRead <= seq : lastRead < seq;
  }

  worded(userId: UserId, pushed: PlainPush): Promise<Pushed | undefined> {
    return this.readable.of(userId, pushed);
  }

  /** Somebody who has just muted a chat means what is on its way, too. */
  async #isWanted(chatId: ChatId, userId: UserId, cause: PushCause): Promise<boolean> {
    const members = await this.audiences.of(chatId);
    if (!members?.has(userId)) return false;
    const { level, mutedUntil } = members.viewOf(userId);
    const isMuted = mutedUntil !== null && Date.parse(mutedUntil) > this.clock.now().getTime();
    return !isMuted && level !== 'none' && !(level === 'mentions' && cause === 'message');
  }
}
