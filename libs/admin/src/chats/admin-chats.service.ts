import {
  ChatKeepingApi,
  type Actor,
  type AdminChat,
  type AdminChatPage,
  type AdminChatQuery,
  type AdminChatsApi,
  type AuditAction,
  type ChangeAdminChat,
  type ChatId,
  type ChatRef,
  type Done,
  type ListHeirs,
  type Origin,
  type RemoveAdminChat,
  type UserPage,
} from '@app/contracts';
import { AuditOutbox, PermissionGate, type Deed } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** For those who may `administerChats`. */
@Injectable()
export class AdminChatsService implements AdminChatsApi {
  constructor(
    private readonly gate: PermissionGate,
    private readonly chats: ChatKeepingApi,
    private readonly outbox: AuditOutbox,
  ) {}

  async list(actor: Actor, query: AdminChatQuery): Promise<AdminChatPage> {
    return this.chats.list(await this.#admit(actor), query);
  }

  async get(actor: Actor, { chatId }: ChatRef): Promise<AdminChat> {
    return this.chats.get(await this.#admit(actor, { chatId }), { chatId });
  }

  async heirs(actor: Actor, query: ListHeirs): Promise<UserPage> {
    return this.chats.heirs(await this.#admit(actor, { chatId: query.chatId }), query);
  }

  async change(actor: Actor, change: ChangeAdminChat): Promise<AdminChat> {
    const by = await this.#admit(actor, change);
    const { chatId, patch } = change;
    const { isArchived, ownerId } = patch;
    const was = await this.chats.get(by, { chatId });
    const about = { ...change, reason: patch.reason };
    // An archived chat can be handed over, too: the order is no matter.
    if (ownerId !== undefined) {
      const states = { before: { ownerId: was.ownerId }, after: { ownerId } };
      await this.outbox.during({ ...deedOf(by, 'chat.handed_over', about), ...states }, () =>
        this.chats.handOver(by, { chatId, userId: ownerId }),
      );
    }
    if (isArchived !== undefined) {
      const action = isArchived ? 'chat.archived' : 'chat.restored';
      const states = { before: { isArchived: was.isArchived }, after: { isArchived } };
      await this.outbox.during({ ...deedOf(by, action, about), ...states }, () =>
        this.chats.archive(by, { chatId, isArchived }),
      );
    }
    return this.chats.get(by, { chatId });
  }

  async remove(actor: Actor, about: RemoveAdminChat): Promise<Done> {
    const by = await this.#admit(actor, about);
    const { chatId } = about;
    const { name, memberCount } = await this.chats.get(by, { chatId });
    const deed = { ...deedOf(by, 'chat.deleted', about), before: { name, memberCount } };
    return this.outbox.during(deed, () => this.chats.remove(by, { chatId }));
  }

  #admit(actor: Actor, { chatId, origin }: About = {}): Promise<Actor> {
    const target = chatId && targetOf(chatId);
    return this.gate.admit(actor, 'administerChats', { target, origin });
  }
}

interface About {
  readonly chatId?: ChatId;
  readonly origin?: Origin;
}

const targetOf = (id: ChatId) => ({ kind: 'chat', id }) as const;

function deedOf(
  actor: Actor,
  action: AuditAction,
  { chatId, reason, origin }: RemoveAdminChat,
): Deed {
  return {
    action,
    actor,
    target: targetOf(chatId),
    origin,
    ...(reason !== undefined && { reason }),
  };
}
