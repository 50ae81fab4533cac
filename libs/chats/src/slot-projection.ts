import { mentionsIn } from '@app/chat-state';
import type { ChatId, Message, UserId } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { MembershipsRepository, type Mark } from './memberships.repository.js';
import { MentionFinder } from './mention-finder.js';
import { MentionsRepository } from './mentions.repository.js';
import { QuietSlotsRepository } from './quiet-slots.repository.js';

/** What slots mean to members: marks of their authors, mentions, what is nobody's unread. */
@Injectable()
export class SlotProjection {
  constructor(
    private readonly quietSlots: QuietSlotsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly mentions: MentionsRepository,
    private readonly finder: MentionFinder,
  ) {}

  /** Applies the newest state of some slots of one chat; again is harmless. */
  async apply(chatId: ChatId, messages: readonly Message[]): Promise<void> {
    await Promise.all([
      this.memberships.raise(ownMarks(chatId, messages)),
      this.applyRare(chatId, messages),
    ]);
  }

  /** The same without the marks of the authors: for most messages, nothing. */
  async applyRare(chatId: ChatId, messages: readonly Message[]): Promise<void> {
    const quiet = messages.filter(isQuiet).map(({ seq }) => seq);
    await Promise.all([
      this.quietSlots.add(chatId, quiet),
      ...messages.filter(mayMention).map((message) => this.#mention(message)),
    ]);
  }

  async #mention(message: Message): Promise<void> {
    const { chatId, seq } = message;
    const isFirst = message.version === 1 && message.deletedAt === undefined;
    const now = await this.finder.mentionedIn(message);
    const before = isFirst ? [] : await this.mentions.find(chatId, seq);
    if (now.length === 0 && before.length === 0) return;
    const gone = before.filter((userId) => !now.includes(userId));
    const come = now.filter((userId) => !before.includes(userId));
    // The list last: after a crash in between, the rest is done again.
    await this.memberships.removeMention(chatId, gone, seq);
    await this.memberships.addMention(chatId, come, seq);
    await this.mentions.set(chatId, seq, now);
  }
}

/** System messages and tombstones are nobody's unread message. */
const isQuiet = ({ kind, deletedAt }: Message) => kind === 'system' || deletedAt !== undefined;

/** A first version without `@` costs nothing; a later one may have had one before. */
const mayMention = (message: Message) =>
  message.kind !== 'system' &&
  (message.version > 1 || message.deletedAt !== undefined || mentionsIn(message.text).length > 0);

/** Who says something has read what was said before. */
export function ownMarks(chatId: ChatId, messages: readonly Message[]): Mark[] {
  const highest = new Map<UserId, number>();
  for (const { senderId, seq, kind } of messages)
    if (kind !== 'system') highest.set(senderId, Math.max(seq, highest.get(senderId) ?? 0));
  return [...highest].map(([userId, lastReadSeq]) => ({ chatId, userId, lastReadSeq }));
}
