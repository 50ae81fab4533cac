import { createHash } from 'node:crypto';
import { ChatId, Pushed, UserId, type Pushed as PushedMessage } from '@app/contracts';
import { defineJob, JobQueue } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod/mini';
import { DeviceKeeper } from './device-keeper.js';
import { PushDevicesRepository } from './push-devices.repository.js';
import { PushPost, type Postage } from './push-post.js';
import { RingsRepository } from './rings.repository.js';
import { maxPlainBytes } from './web-push-crypto.js';

const PushJob = z.strictObject({ userId: UserId, pushed: Pushed });
const SendJob = z.strictObject({ deviceId: z.string(), pushed: Pushed });

const limits = { concurrency: 8, maxOpen: 100_000 };

/** To all devices of a person. */
const pushJob = defineJob('notifications.push', PushJob, limits);
/** To one device, which alone is tried again: an hour or so, and not while it is silent. */
const sendJob = defineJob('notifications.push-send', SendJob, {
  ...limits,
  attempts: 9,
  firstPauseMs: 2000,
  longestPauseMs: 900_000,
});

/** What was said, without a word of it. */
export type PlainPush = Pick<PushedMessage & { type: 'show' }, 'chatId' | 'seq' | 'cause'>;

/** Asked at the last moment of what was said. */
export interface Checker {
  /** Whether it is still to be shown. */
  isDue(userId: UserId, pushed: PlainPush): Promise<boolean>;
  /** With words that its reader may read now; undefined where there are none for them. */
  worded(userId: UserId, pushed: PlainPush): Promise<PushedMessage | undefined>;
}

/**
 * Pushes wait in the queue: they outlive a process, and what has a key is sent once. What was said
 * waits without its words: those are asked for when it is sent.
 */
@Injectable()
export class PushJobs implements OnModuleInit {
  #checker!: Checker;

  constructor(
    private readonly jobs: JobQueue,
    private readonly devices: PushDevicesRepository,
    private readonly post: PushPost,
    private readonly keeper: DeviceKeeper,
    private readonly rings: RingsRepository,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(pushJob, ({ userId, pushed }, { key }) => this.#fanOut(key, userId, pushed));
    this.jobs.handle(sendJob, ({ deviceId, pushed }, { attempt }) =>
      this.#send(deviceId, pushed, attempt),
    );
  }

  /** Given by who knows what was read; the queue needs it, and it needs the queue. */
  checkBy(checker: Checker): void {
    this.#checker = checker;
  }

  /** The same key again is the same push. */
  async put(key: string, userId: UserId, pushed: PushedMessage, delayMs: number): Promise<void> {
    await this.jobs.enqueue(pushJob, { userId, pushed }, { key, delayMs });
  }

  #isWanted(userId: UserId, pushed: PushedMessage): Promise<boolean> {
    if (pushed.type === 'clear') return Promise.resolve(true);
    if (pushed.cause === 'ringing_call') return this.rings.isRinging(userId, pushed.chatId);
    return this.#checker.isDue(userId, pushed);
  }

  /** That a call rings has no words that could change; whether it does, is asked before. */
  #worded(userId: UserId, pushed: PushedMessage): Promise<PushedMessage | undefined> {
    const isSaid = pushed.type === 'show' && pushed.cause !== 'ringing_call';
    return isSaid ? this.#checker.worded(userId, pushed) : Promise.resolve(pushed);
  }

  async #fanOut(key: string, userId: UserId, pushed: PushedMessage): Promise<void> {
    if (!(await this.#isWanted(userId, pushed))) return;
    for (const { id } of await this.devices.of(userId))
      await this.jobs.enqueue(sendJob, { deviceId: id, pushed }, { key: `${key}:${id}` });
  }

  async #send(deviceId: string, pushed: PushedMessage, attempt: number): Promise<void> {
    const device = await this.devices.find(deviceId);
    if (!device) return;
    // Much may have happened since it was asked.
    if (attempt > 1 && !(await this.#isWanted(device.userId, pushed))) return;
    const worded = await this.#worded(device.userId, pushed);
    if (!worded) return;
    const posted = await this.post.send(device, fitting(worded), postageOf(worded));
    await this.keeper.hear(device, posted, sendJob.limits.attempts - attempt);
  }
}

/** A call rings for so long; everything else is news for a day, and no call takes its place. */
function postageOf(pushed: PushedMessage): Postage {
  const { chatId } = pushed;
  return isOfRing(pushed)
    ? { ttlSeconds: 45, urgency: 'high', topic: topicOf('call', chatId) }
    : { ttlSeconds: 86_400, urgency: 'normal', topic: topicOf('topic', chatId) };
}

/** That it rings, or rings no more: then nothing that was said is taken back. */
const isOfRing = (pushed: PushedMessage) =>
  pushed.type === 'show' ? pushed.cause === 'ringing_call' : pushed.seq === 0;

/** A push service must not learn which chats there are. */
const topicOf = (kind: 'topic' | 'call', chatId: ChatId) =>
  createHash('sha256').update(`${kind}:${chatId}`).digest('base64url').slice(0, 32);

/** As JSON; of a text that is too long the beginning. */
function fitting(pushed: PushedMessage): string {
  const whole = JSON.stringify(pushed);
  if (Buffer.byteLength(whole) <= maxPlainBytes || pushed.type !== 'show') return whole;
  return JSON.stringify({ ...pushed, text: '' });
}
