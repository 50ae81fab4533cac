import { audienceOf, mentionsIn } from '@app/chat-state';
import type { ChatId, Message, UserId } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { MemberMarksRepository, type Mark } from './member-marks.repository.js';
import { MentionFinder } from './mention-finder.js';
import { MentionsRepository } from './mentions.repository.js';
import { SpecialSlotsRepository } from './special-slots.repository.js';

/** What slots mean to members: marks of their authors, mentions, what is nobody's unread. */
@Injectable()
export class SlotProjection {
  constructor(
    private readonly specialSlots: SpecialSlotsRepository,
    private readonly memberships: MemberMarksRepository,
    private readonly mentions: MentionsRepository,
    private readonly finder: MentionFinder,
  ) {}

  /**
   * Applies changes of one chat, by rev; again is harmless. One call per chat at a time: whom a
   * slot mentioned before is read first.
   */
  async apply(chatId: ChatId, messages: readonly Message[]): Promise<void> {
    const callers = newestOf(messages).filter(mayMention);
    await Promise.all([
      this.memberships.raise(ownMarks(chatId, messages)),
      this.specialSlots.addQuiet(chatId, seqsOf(messages.filter(isQuiet))),
      this.specialSlots.addCalls(chatId, seqsOf(callers.filter(callsAll))),
      this.specialSlots.removeCalls(chatId, seqsOf(callers.filter(mayHaveCalled))),
      ...callers.map((message) => this.#mention(message)),
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
  (message.version > 1 || message.deletedAt !== undefined || mentionsAnyone(message.text));

const mentionsAnyone = (text: string) => audienceOf(text) !== null || mentionsIn(text).length > 0;

const callsAll = ({ text }: Message) => audienceOf(text) !== null;

/** It has another text than before, so it may call everybody no longer. */
const mayHaveCalled = (message: Message) =>
  message.version > 1 && message.deletedAt === undefined && !callsAll(message);

const seqsOf = (messages: readonly Message[]) => messages.map(({ seq }) => seq);

/**
 * The last state of each slot: what was said and edited within one stretch would otherwise be
 * applied side by side, and whom the first text mentions might come last.
 */
function newestOf(messages: readonly Message[]): readonly Message[] {
  return [...new Map(messages.map((message) => [message.seq, message])).values()];
}

/** Whether all that a change does is to move the chat on, and the mark of its author. */
export const isPlain = (message: Message) => !isQuiet(message) && !mayMention(message);

/** Who says something has read what was said before. */
export function ownMarks(chatId: ChatId, messages: readonly Message[]): Mark[] {
  const highest = new Map<UserId, number>();
  for (const { senderId, seq, kind } of messages)
    if (kind !== 'system') highest.set(senderId, Math.max(seq, highest.get(senderId) ?? 0));
  return [...highest].map(([userId, lastReadSeq]) => ({ chatId, userId, lastReadSeq }));
}
