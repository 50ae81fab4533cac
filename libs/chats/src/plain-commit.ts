import type { Message } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import type { ChatPlace } from './chat.js';
import { ChatsRepository, type PlainAdvance } from './chats.repository.js';
import { MemberMarksRepository } from './member-marks.repository.js';
import type { Stretch } from './offered-changes.js';
import { ownMarks } from './slot-projection.js';

/** A chat, and what follows its place in the log: nothing but plain messages (`isPlain`). */
export interface PlainStretch {
  readonly place: ChatPlace;
  readonly stretch: Stretch;
}

/**
 * Applies what people said in many chats at once, without reading a chat: in all one write to the
 * memberships (how far the authors have read) and then one to the chats, each of which moves by
 * compare and set. The order, and that each part may be applied again, are those of `ChatCommit`.
 */
@Injectable()
export class PlainCommit {
  constructor(
    private readonly chats: ChatsRepository,
    private readonly memberships: MemberMarksRepository,
  ) {}

  /**
   * False when some chat was not where it was thought to be, or somebody has hidden it; the others
   * were moved. Which one it was, tells the next look at them.
   */
  async apply(all: readonly PlainStretch[]): Promise<boolean> {
    await this.memberships.raise(
      all.flatMap(({ place, stretch }) => ownMarks(place.id, stretch.items)),
    );
    return (await this.chats.advanceAll(all.map(advanceOf))) === all.length;
  }
}

/** Where the chat is after the stretch. */
export function placeAfter({ place, stretch: { items, toRev } }: PlainStretch): ChatPlace {
  const headSeq = items.reduce((seq, item) => Math.max(seq, item.seq), place.headSeq);
  return { id: place.id, appliedRev: toRev, headSeq };
}

function advanceOf(plain: PlainStretch): PlainAdvance {
  const { place, stretch } = plain;
  const { headSeq } = place;
  const newest = (last: Message | undefined, item: Message) =>
    item.seq >= (last?.seq ?? headSeq) ? item : last;
  const last = stretch.items.reduce(newest, undefined);
  return { ...placeAfter(plain), fromRev: stretch.fromRev, lastMessage: last };
}
