import {
  problem,
  type Actor,
  type ChatAudience,
  type AudienceApi,
  type ChatRef,
  type MemberRefs,
  type ReadMarksOf,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { ChatProjector } from './chat-projector.js';
import { defaultChatSettings } from './membership.schema.js';
import { MembershipsRepository, type MemberWishes } from './memberships.repository.js';

/** See `AudienceApi`. For modules: nobody's membership is checked. */
@Injectable()
export class AudienceService implements AudienceApi {
  constructor(
    private readonly projector: ChatProjector,
    private readonly memberships: MembershipsRepository,
  ) {}

  async of(_: Actor, { chatId }: ChatRef): Promise<ChatAudience> {
    // Up to its log: who is told of a message may have come with it.
    const chat = await this.projector.current(chatId);
    if (!chat || chat.deletedAt !== undefined) throw problem('not_found');
    const members = await this.memberships.wishesOf(chatId);
    return {
      chatId,
      kind: chat.kind,
      name: chat.traits.name,
      userIds: members.map(({ userId }) => userId),
      special: members.filter(isSpecial),
      ...(chat.keptFromSeq > 1 && { keptFromSeq: chat.keptFromSeq }),
    };
  }

  async marks(_: Actor, { items }: MemberRefs): Promise<ReadMarksOf> {
    const found = await this.memberships.findRefs(items);
    const members = found.filter(({ isMember }) => isMember);
    return {
      items: members.map(({ chatId, userId, lastReadSeq }) => ({ chatId, userId, lastReadSeq })),
    };
  }
}

/** Most members of a large channel have wished nothing: they are named, and no more. */
const isSpecial = ({ level, mutedUntil, visibleFromSeq }: MemberWishes) =>
  level !== defaultChatSettings.level || mutedUntil !== null || visibleFromSeq > 1;
