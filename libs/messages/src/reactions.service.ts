import {
  maxReactionKinds,
  maxReactions,
  problem,
  type Actor,
  type Message,
  type React,
  type Reaction,
  type ReactionsApi,
  type UserId,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { ChatLog } from './chat-log.js';
import type { SlotPatch } from './log/slot.js';
import { MessageFinder } from './message-finder.js';
import { MessageReader } from './message-reader.js';
import { mayStillGrow, mustReact } from './message-rules.js';

@Injectable()
export class ReactionsService implements ReactionsApi {
  constructor(
    private readonly finder: MessageFinder,
    private readonly log: ChatLog,
    private readonly reader: MessageReader,
  ) {}

  async react(actor: Actor, { messageId, emoji, isOn }: React): Promise<Message> {
    const { slot, access } = await this.finder.find(actor, messageId);
    const { userId } = actor;
    const changed = await this.log.change(slot, (current): SlotPatch | undefined => {
      mustReact(current, access);
      const before = current.reactions ?? [];
      if (hasReacted(before, emoji, userId) === isOn) return undefined;
      if (!isOn) return { reactions: without(before, emoji, userId) };
      const reactions = withOne(before, emoji, userId);
      if (!mayStillGrow(current) || exceeds(reactions)) {
        throw problem('conflict', { field: 'reactions' });
      }
      return { reactions };
    });
    return this.reader.oneAsSeenBy(actor, changed);
  }
}

function hasReacted(reactions: readonly Reaction[], emoji: string, userId: UserId): boolean {
  return reactions.some((one) => one.emoji === emoji && one.userIds.includes(userId));
}

function withOne(reactions: readonly Reaction[], emoji: string, userId: UserId): Reaction[] {
  const isThere = reactions.some((one) => one.emoji === emoji);
  if (!isThere) return [...reactions, { emoji, userIds: [userId] }];
  return reactions.map((one) =>
    one.emoji === emoji ? { emoji, userIds: [...one.userIds, userId] } : one,
  );
}

function without(reactions: readonly Reaction[], emoji: string, userId: UserId): Reaction[] {
  return reactions.flatMap((one) => {
    if (one.emoji !== emoji) return [one];
    const userIds = one.userIds.filter((id) => id !== userId);
    return userIds.length > 0 ? [{ emoji, userIds }] : [];
  });
}

function exceeds(reactions: readonly Reaction[]): boolean {
  const total = reactions.reduce((sum, { userIds }) => sum + userIds.length, 0);
  return reactions.length > maxReactionKinds || total > maxReactions;
}
