import {
  InviteCode,
  problem,
  type Actor,
  type Chat,
  type ChatInviteRef,
  type ChatRef,
  type CreateInvite,
  type Done,
  type Invite,
  type InviteList,
  type InvitePreview,
  type InviteRef,
  type InvitesApi,
} from '@app/contracts';
import { Clock, unguessableKey } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { AccessService } from './access.service.js';
import { ChatMemory } from './chat-memory.js';
import { ChatView } from './chat-view.js';
import { Entrance } from './entrance.js';
import { InvitesRepository } from './invites.repository.js';
import { permit, permitWriting } from './permit.js';

/** See `InvitesApi`. */
@Injectable()
export class InvitesService implements InvitesApi {
  constructor(
    private readonly access: AccessService,
    private readonly invites: InvitesRepository,
    private readonly entrance: Entrance,
    private readonly memory: ChatMemory,
    private readonly view: ChatView,
    private readonly clock: Clock,
  ) {}

  async create(actor: Actor, { chatId, expiresIn, maxUses }: CreateInvite): Promise<Invite> {
    permitWriting(await this.access.of(actor, { chatId }), 'manageInvites');
    const now = this.clock.now();
    const invite: Invite = {
      code: InviteCode.parse(unguessableKey()),
      chatId,
      createdBy: actor.userId,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + expiresIn * 1000).toISOString(),
      ...(maxUses === undefined ? {} : { maxUses }),
      uses: 0,
    };
    await this.invites.insert(invite);
    return invite;
  }

  async list(actor: Actor, { chatId }: ChatRef): Promise<InviteList> {
    permit(await this.access.of(actor, { chatId }), 'manageInvites');
    return { items: await this.invites.usableOf(chatId, this.clock.now()) };
  }

  async revoke(actor: Actor, { chatId, code }: ChatInviteRef): Promise<Done> {
    permit(await this.access.of(actor, { chatId }), 'manageInvites');
    const found = await this.invites.find(code);
    if (found?.invite.chatId !== chatId) throw problem('not_found');
    await this.invites.revoke(code, this.clock.now());
    return {};
  }

  async preview(actor: Actor, { code }: InviteRef): Promise<InvitePreview> {
    const { chatId, createdBy, expiresAt } = await this.#usable(code);
    const chat = await this.memory.chat(chatId);
    if (!chat || chat.deletedAt !== undefined) throw problem('gone');
    const people = await this.view.people(actor, [createdBy]);
    const { name, topic, avatar } = chat.traits;
    return {
      code,
      chatName: name,
      chatType: chat.kind,
      ...(avatar === undefined ? {} : { chatAvatar: avatar }),
      topic,
      memberCount: chat.memberCount,
      inviterName: people.get(createdBy)?.name ?? '',
      expiresAt,
    };
  }

  async accept(actor: Actor, { code }: InviteRef): Promise<Chat> {
    const found = await this.invites.find(code);
    if (!found) throw problem('not_found');
    const { chatId } = found.invite;
    const chat = await this.memory.chat(chatId);
    if (!chat || chat.deletedAt !== undefined) throw problem('gone');
    return this.entrance.enter(actor, chatId, async ({ hasLeft }) => {
      const now = this.clock.now();
      // Who was sent away does not come back by the use that brought them in.
      const isIn = (await hasLeft(actor.userId))
        ? await this.invites.claimAnew(code, actor.userId, now)
        : await this.invites.claim(code, actor.userId, now);
      if (!isIn) throw problem('gone');
    });
  }

  /** Throws `not_found`, `gone`. */
  async #usable(code: InviteCode): Promise<Invite> {
    const found = await this.invites.find(code);
    if (!found) throw problem('not_found');
    const { invite, isRevoked } = found;
    const { maxUses, uses, expiresAt } = invite;
    const isOver = new Date(expiresAt) <= this.clock.now();
    if (isRevoked || isOver || (maxUses !== undefined && uses >= maxUses)) throw problem('gone');
    return invite;
  }
}
