import { problem, type ChatId, type UserId } from '@app/contracts';
import { BoundedMap } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ChatMemory } from './chat-memory.js';
import { ReadMarks } from './read-marks.js';
import { ReceiptsPolicy } from './receipts-policy.js';

/** Read marks that are remembered: some ten megabytes. */
const maxRemembered = 100_000;

/** Sends marks on their way, as their people's settings want it, and remembers the read ones. */
@Injectable()
export class RisingMarks {
  readonly #readTo = new BoundedMap<string, number>(maxRemembered);

  constructor(
    private readonly memory: ChatMemory,
    private readonly marks: ReadMarks,
    private readonly policy: ReceiptsPolicy,
  ) {}

  /**
   * Somebody has read up to here, or further: marks only rise, and another process may have raised
   * it since. Undefined where nothing is known.
   */
  knownRead(chatId: ChatId, userId: UserId): number | undefined {
    return this.#readTo.get(keyOf(chatId, userId));
  }

  /** What the database says. */
  noteRead(chatId: ChatId, userId: UserId, seq: number): void {
    if ((this.knownRead(chatId, userId) ?? -1) < seq) this.#readTo.set(keyOf(chatId, userId), seq);
  }

  /** Throws `not_member`, and `service_unavailable` while the person's settings cannot be had. */
  async raise(
    chatId: ChatId,
    userId: UserId,
    mark: { readonly lastReadSeq?: number; readonly lastDeliveredSeq?: number },
  ): Promise<void> {
    const standing = await this.memory.standing(chatId, userId);
    if (!standing?.isMember) throw problem('not_member', { chatId });
    const sharesByDefault = await this.policy.sharesByDefault(userId);
    const isTold = await this.policy.shares(userId, standing.settings);
    this.marks.raise({ chatId, userId, ...mark, sharesByDefault, isTold });
    if (mark.lastReadSeq !== undefined) this.noteRead(chatId, userId, mark.lastReadSeq);
  }
}

const keyOf = (chatId: ChatId, userId: UserId) => `${chatId}:${userId}`;
