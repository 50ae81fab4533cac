import { problem, type ChatId, type MessageId } from '@app/contracts';
import { IdGenerator, KeyedQueue, Metrics } from '@app/platform';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Announcer } from './announcer.js';
import { AppendProblem } from './log/append-problem.js';
import { Appender, type Appended } from './log/appender.js';
import { LogReader } from './log/log-reader.js';
import type { Draft, Head, OpId, Slot, SlotPatch } from './log/slot.js';
import { SlotsRepository } from './log/slots.repository.js';

/** A change meets others of other processes; more often than this means that something is wrong. */
const MAX_ATTEMPTS = 16;

/** Changes of one message that wait for each other: far more than people make at once. */
const MAX_IN_LINE = 100;

/** The log of all chats, as this process writes and reads it; its problems are the contract's. */
@Injectable()
export class ChatLog implements OnApplicationShutdown {
  readonly reader: LogReader;
  readonly #appender: Appender;
  readonly #sends: ReturnType<Metrics['counter']>;
  /** Changes of one message take turns in this process: they would only lose against each other. */
  readonly #changing = new KeyedQueue<MessageId>(MAX_IN_LINE);

  constructor(
    private readonly slots: SlotsRepository,
    private readonly announcer: Announcer,
    private readonly ids: IdGenerator,
    metrics: Metrics,
  ) {
    this.#sends = metrics.counter({
      name: 'parley_sends_total',
      help: 'Messages acknowledged; `repeated`: retries of stored ones.',
      labels: ['result'],
    });
    const batches = metrics.histogram({
      name: 'parley_commit_batch_slots',
      help: 'Slots that went into the log with one insert.',
      buckets: [1, 2, 4, 8, 16, 32, 64, 128],
    });
    this.#appender = new Appender({
      store: slots,
      publish: (slot, news) => announcer.announce(slot, news),
      headFound: (chatId, head) => announcer.tellHead(chatId, head),
      inserted: (count) => batches.observe(count),
    });
    metrics.gauge(
      { name: 'parley_appends_waiting', help: 'Sends and changes without an answer yet.' },
      () => this.#appender.pendingCount,
    );
    this.reader = new LogReader(slots, this.#appender);
  }

  /**
   * Resolves when the message is stored with majority and journal. Throws `idempotency_conflict`,
   * `service_unavailable` (the outcome may be unknown: the same id again).
   */
  async append(draft: Draft): Promise<Appended> {
    try {
      const appended = await this.#appender.append(draft);
      this.#sends.inc({ result: appended.isCreated ? 'stored' : 'repeated' });
      return appended;
    } catch (error) {
      // What the appender refuses, said as a problem of ours; anything else is a bug.
      if (error instanceof AppendProblem && error.code === 'idempotency_conflict') {
        throw problem('idempotency_conflict', { clientMsgId: draft.clientMsgId });
      }
      throw asProblem(error);
    }
  }

  /**
   * Changes a message as `decide` says, which is asked again whenever somebody else was faster. It
   * throws to refuse, and returns undefined when there is nothing to do. Throws
   * `service_unavailable`, and `rate_limited` when too many change this message.
   */
  change(slot: Slot, decide: (slot: Slot) => SlotPatch | undefined): Promise<Slot> {
    // Whoever waits finds another message than the one that was read.
    const read = this.#changing.isBusy(slot.id) ? undefined : slot;
    return this.#changing.run(slot.id, () => this.#changeSettled(slot.id, read, decide));
  }

  /** The end of the log as far as this process knows it to be stored, without a read. */
  headOf(chatId: ChatId): Head | undefined {
    return this.#appender.headOf(chatId);
  }

  /** See `ChatLogApi.forget`. */
  forget(chatId: ChatId, fromSeq: number, toSeq: number, at: Date): Promise<void> {
    return this.slots.forget(chatId, fromSeq, toSeq, at);
  }

  /** Answers everybody who waits and tells what is to be told; takes nothing new. Idempotent. */
  async onApplicationShutdown(): Promise<void> {
    await this.#appender.close();
    await this.announcer.settled();
  }

  async #changeSettled(
    id: MessageId,
    read: Slot | undefined,
    decide: (slot: Slot) => SlotPatch | undefined,
  ): Promise<Slot> {
    let before = read ?? (await this.slots.find(id))!;
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const patch = decide(before);
      if (!patch) return before;
      try {
        return await this.#appender.change({ opId: this.ids.next() as OpId, before, patch });
      } catch (error) {
        // Somebody was faster: look again, decide anew. Each round means that one of us succeeded.
        if (!(error instanceof AppendProblem) || error.code !== 'precondition_failed') {
          throw asProblem(error);
        }
        before = (await this.slots.find(id))!;
      }
    }
    throw problem('service_unavailable', { service: 'messages' });
  }
}

function asProblem(error: unknown): unknown {
  if (!(error instanceof AppendProblem) || error.code === 'internal') return error;
  return problem('service_unavailable', { service: 'messages' });
}
