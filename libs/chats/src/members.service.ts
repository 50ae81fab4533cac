import {
  problem,
  type Actor,
  type AddMembers,
  type ChangeRole,
  type Chat,
  type ChatRef,
  type Done,
  type ListMembers,
  type MemberPage,
  type MemberRef,
  type MembersApi,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { AccessService } from './access.service.js';
import { ChatChanges } from './chat-changes.js';
import { Entrance, refuseOverflow } from './entrance.js';
import { HiddenChats } from './hidden-chats.js';
import { MemberList } from './member-list.js';
import { Newcomers } from './newcomers.js';
import { permit, permitWriting } from './permit.js';

/** See `MembersApi`. */
@Injectable()
export class MembersService implements MembersApi {
  constructor(
    private readonly access: AccessService,
    private readonly members: MemberList,
    private readonly changes: ChatChanges,
    private readonly newcomers: Newcomers,
    private readonly entrance: Entrance,
    private readonly hidden: HiddenChats,
  ) {}

  async list(actor: Actor, input: ListMembers): Promise<MemberPage> {
    permit(await this.access.of(actor, input), 'read');
    return this.members.page(actor, input);
  }

  async add(actor: Actor, { chatId, userIds }: AddMembers): Promise<Done> {
    permitWriting(await this.access.of(actor, { chatId }), 'addMembers');
    const wanted = [...new Set(userIds)];
    await this.newcomers.check(
      actor,
      wanted.filter((userId) => userId !== actor.userId),
    );
    await this.changes.change(actor, chatId, async ({ chat, members }) => {
      const present = await members(wanted);
      const coming = wanted.filter((userId) => !present.has(userId));
      refuseOverflow(chat, coming.length);
      return coming.length > 0 ? { type: 'members_added', userIds: coming } : undefined;
    });
    return {};
  }

  async remove(actor: Actor, { chatId, userId }: MemberRef): Promise<Done> {
    permitWriting(await this.access.of(actor, { chatId }), 'removeMembers');
    await this.changes.change(actor, chatId, async ({ members }) => {
      const member = (await members([userId])).get(userId);
      if (member?.role === 'owner') throw problem('forbidden');
      return member && { type: 'member_removed', userId };
    });
    return {};
  }

  async changeRole(actor: Actor, { chatId, userId, role }: ChangeRole): Promise<Done> {
    const access = await this.access.of(actor, { chatId });
    permitWriting(access, role === 'owner' ? 'handOver' : 'changeRoles');
    if (role === 'owner') await this.newcomers.checkHeir(actor, userId);
    await this.changes.change(actor, chatId, async ({ members }) => {
      const member = (await members([userId])).get(userId);
      if (!member) throw problem('not_found');
      if (member.role === role) return undefined;
      // The owner is replaced by handing over, and by nothing else.
      if (member.role === 'owner') throw problem('forbidden');
      return role === 'owner'
        ? { type: 'handed_over', userId }
        : { type: 'role_changed', userId, role };
    });
    return {};
  }

  join(actor: Actor, { chatId }: ChatRef): Promise<Chat> {
    return this.entrance.joinPublic(actor, chatId);
  }

  async leave(actor: Actor, { chatId }: ChatRef): Promise<Done> {
    const access = await this.access.of(actor, { chatId });
    permit(access, 'leave');
    if (access.kind === 'direct') {
      await this.hidden.hide(chatId, actor.userId);
      return {};
    }
    await this.changes.change(actor, chatId, async ({ members }) => {
      const me = (await members([actor.userId])).get(actor.userId);
      if (me?.role === 'owner') throw problem('conflict', { field: 'owner' });
      return me && { type: 'member_left' };
    });
    return {};
  }
}
