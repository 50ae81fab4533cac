import { chatRoom, type ReadMarkOf } from '@app/contracts';
import { chunksOf, EventBus, RealtimePublisher } from '@app/platform';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Membership } from './chat.js';
import { MemberMarksRepository, type Mark } from './member-marks.repository.js';

/** How long marks are gathered before they are told and stored, in ms. */
const gatherMs = 200;

/** A mark that has risen. `isTold`: others may know. */
export interface RaisedMark extends Mark {
  readonly isTold: boolean;
}

/**
 * Marks on their way: the last one wins within 200 ms, then others hear it and it is stored. Until
 * then they are laid over what is stored (`overlay`), so that a mark holds from its ack on. A
 * process that dies takes up to 200 ms of marks along: a badge comes back, nothing else.
 */
@Injectable()
export class ReadMarks implements OnApplicationShutdown {
  readonly #logger = new Logger(ReadMarks.name);
  /** `Map<"chatId:userId", mark>`: not yet given to the database. */
  #gathered = new Map<string, RaisedMark>();
  /** The same, given to the database and not yet answered. */
  #storing = new Map<string, RaisedMark>();
  #timer: NodeJS.Timeout | undefined;
  #flushing: Promise<void> = Promise.resolve();

  constructor(
    private readonly memberships: MemberMarksRepository,
    private readonly publisher: RealtimePublisher,
    private readonly eventBus: EventBus,
  ) {}

  raise(mark: RaisedMark): void {
    this.#gathered.set(keyOf(mark), merged(this.#gathered.get(keyOf(mark)), mark));
    this.#timer ??= setTimeout(() => void this.flush(), gatherMs).unref();
  }

  /** A membership with the marks that are still on their way. */
  overlay(membership: Membership): Membership {
    const key = keyOf(membership);
    const pending = [this.#storing.get(key), this.#gathered.get(key)].filter((m) => !!m);
    return pending.reduce(
      (member, mark) => ({
        ...member,
        lastReadSeq: Math.max(member.lastReadSeq, mark.lastReadSeq ?? 0),
        lastDeliveredSeq: Math.max(
          member.lastDeliveredSeq,
          mark.lastReadSeq ?? 0,
          mark.lastDeliveredSeq ?? 0,
        ),
      }),
      membership,
    );
  }

  /** Tells and stores what was gathered; resolves when it is stored, or will be tried again. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#flushing = this.#flushing.then(() => this.#flush());
    return this.#flushing;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  async #flush(): Promise<void> {
    this.#storing = this.#gathered;
    this.#gathered = new Map();
    const marks = [...this.#storing.values()];
    for (const mark of marks) this.#tell(mark);
    try {
      await this.memberships.raise(marks);
      this.#tellModules(marks);
    } catch (error) {
      // The database is away. The marks stay in the answers, and go with the next ones.
      this.#logger.warn(`Marks wait for the database: ${String(error)}`);
      for (const mark of marks) this.#takeBack({ ...mark, isTold: false });
    }
    this.#storing = new Map();
  }

  /** A fact of many, off the path of who reads: each of a large channel does so at once. */
  #tellModules(marks: readonly RaisedMark[]): void {
    const read = marks.flatMap(({ chatId, userId, lastReadSeq }): ReadMarkOf[] =>
      lastReadSeq === undefined ? [] : [{ chatId, userId, lastReadSeq }],
    );
    for (const items of chunksOf(read, 500)) void this.eventBus.publish('chat.read', { items });
  }

  /** Told, and not stored: below what was raised since, which others have yet to hear of. */
  #takeBack(mark: RaisedMark): void {
    const since = this.#gathered.get(keyOf(mark));
    this.raise(since ? merged(mark, since) : mark);
  }

  #tell({ chatId, userId, lastReadSeq, lastDeliveredSeq, isTold }: RaisedMark): void {
    if (!isTold) return;
    const volatile = { isVolatile: true };
    if (lastReadSeq !== undefined) {
      const read = { chatId, userId, lastReadSeq };
      this.publisher.publish(chatRoom(chatId), 'message_read', read, volatile);
    }
    // Who has read it, has got it: one event says both.
    if (lastDeliveredSeq !== undefined && lastDeliveredSeq > (lastReadSeq ?? 0)) {
      const delivered = { chatId, userId, lastDeliveredSeq };
      this.publisher.publish(chatRoom(chatId), 'message_delivered', delivered, volatile);
    }
  }
}

const keyOf = ({ chatId, userId }: Pick<Mark, 'chatId' | 'userId'>) => `${chatId}:${userId}`;

function merged(former: RaisedMark | undefined, mark: RaisedMark): RaisedMark {
  if (!former) return mark;
  return {
    ...mark,
    lastReadSeq: higher(former.lastReadSeq, mark.lastReadSeq),
    lastDeliveredSeq: higher(former.lastDeliveredSeq, mark.lastDeliveredSeq),
    sharesByDefault: mark.sharesByDefault ?? former.sharesByDefault,
  };
}

function higher(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.max(a, b);
}
