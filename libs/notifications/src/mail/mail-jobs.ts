import type { NotifyCause } from '@app/chat-state';
import { ChatId, UserId, type Message } from '@app/contracts';
import { Clock, CONFIG, defineJob, JobQueue, type Config, type JobContext } from '@app/platform';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod/mini';
import { MailDigests, type Unread } from './mail-digests.js';
import { MailLinesRepository, nameOf, type MailLine } from './mail-lines.repository.js';
import { isNowhere, MailPost } from './mail-post.js';

const MailJob = z.strictObject({ userId: UserId, chatId: ChatId });

/** One burst of one chat to one person, tried for some three hours. */
const mailJob = defineJob('notifications.mail', MailJob, {
  concurrency: 4,
  maxOpen: 100_000,
  attempts: 10,
  firstPauseMs: 60_000,
  longestPauseMs: 1_800_000,
});

/** What is said in one chat to one person who does not look. */
type Burst = z.output<typeof MailJob>;

/** Mails wait in the queue, one for each burst. */
@Injectable()
export class MailJobs implements OnModuleInit {
  readonly #logger = new Logger(MailJobs.name);

  constructor(
    private readonly jobs: JobQueue,
    private readonly lines: MailLinesRepository,
    private readonly digests: MailDigests,
    private readonly post: MailPost,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(mailJob, (burst, context) => this.#isDue(burst, context));
  }

  /** Whether this server sends any. */
  get isOn(): boolean {
    return this.post.isOn;
  }

  /** The same message again is the same line; further ones of the chat join it. */
  async put(userId: UserId, message: Message, cause: NotifyCause): Promise<void> {
    const name = await this.lines.add(userId, message, cause, this.clock.now());
    if (name === undefined) return;
    // For each line: a process may have ended between one and its job.
    const burst = { userId, chatId: message.chatId };
    await this.jobs.enqueue(mailJob, burst, { key: name, delayMs: this.#patienceMs });
  }

  async #isDue(burst: Burst, context: JobContext): Promise<void> {
    const lines = await this.lines.waiting(burst.userId, burst.chatId);
    try {
      await this.#settle(burst, lines, await this.#mailed(burst, lines, context));
    } catch (error) {
      // Whatever it fails with: it is tried again, and what is said after the last try begins anew.
      if (context.attempt >= mailJob.limits.attempts) await this.#settle(burst, lines, []);
      throw error;
    }
  }

  /** Answers with those that go on waiting: who has read what was before them is about. */
  async #mailed(
    { userId, chatId }: Burst,
    lines: readonly MailLine[],
    { key }: JobContext,
  ): Promise<readonly MailLine[]> {
    // Who did it before has died of it, perhaps after it was sent: it is that mail again, or none.
    const held = lines.filter(({ heldBy }) => heldBy === key);
    const [mailed, rest] = held.length > 0 ? [held, without(lines, held)] : [lines, []];
    const unread = this.isOn ? await this.digests.unread(userId, chatId, mailed) : [];
    const [first] = unread;
    if (!first) return rest;
    // A mail has the name of its first line, that no other one has: this is for a job of its own.
    const isOther = held.length === 0 && nameOf(first, userId) !== key;
    if (isOther) return lines.filter(({ seq }) => seq >= first.seq);
    await this.#send({ userId, chatId }, unread, key);
    return rest;
  }

  async #send({ userId, chatId }: Burst, unread: readonly Unread[], key: string): Promise<void> {
    const mail = await this.digests.of(userId, chatId, unread);
    if (!mail) return;
    await this.lines.hold(userId, unread, key);
    try {
      const posted = await this.post.send(mail, key);
      // An address is nothing for a log.
      if (posted === 'refused') this.#logger.warn(`A mail server refuses a mail to ${userId}`);
    } catch (error) {
      // The server is away, or does not take it now: what is said until the next try joins.
      if (isNowhere(error)) await this.lines.letGo(userId, chatId, key);
      throw error;
    }
  }

  /** Also those that have come meanwhile get a job: their own was that of this burst. */
  async #settle(
    burst: Burst,
    lines: readonly MailLine[],
    rest: readonly MailLine[],
  ): Promise<void> {
    const { userId, chatId } = burst;
    await this.lines.settle(userId, chatId, without(lines, rest));
    const [next] = await this.lines.waiting(userId, chatId);
    if (!next) return;
    const delayMs = Math.max(0, this.#remainsMs(next));
    await this.jobs.enqueue(mailJob, burst, { key: nameOf(next, userId), delayMs });
  }

  /** In which something may be read, or joined by more. */
  get #patienceMs(): number {
    return this.config.notifications.mail?.afterMs ?? 0;
  }

  #remainsMs({ at }: MailLine): number {
    return at.getTime() + this.#patienceMs - this.clock.now().getTime();
  }
}

const without = (lines: readonly MailLine[], some: readonly MailLine[]) =>
  lines.filter((line) => !some.includes(line));
