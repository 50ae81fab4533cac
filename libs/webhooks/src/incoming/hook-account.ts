import {
  AccountsApi,
  isProblem,
  MembersApi,
  SessionId,
  type Actor,
  type ChatId,
  type IncomingWebhook,
  type UserId,
  type WebhookId,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import type { Doing } from '../hooks/webhook-desk.js';

/** On whose behalf a webhook asks: its account, which is signed in nowhere. */
export const actorOf = ({ id, userId }: Pick<IncomingWebhook, 'id' | 'userId'>): Actor => ({
  userId,
  sessionId: SessionId.parse(`hook-${id}`),
  role: 'bot',
});

/** The accounts that incoming webhooks speak by: made with them, suspended when they are gone. */
@Injectable()
export class HookAccount {
  constructor(
    private readonly accounts: AccountsApi,
    private readonly members: MembersApi,
  ) {}

  /** A member of the chat from now on. Throws as `MembersApi.add`. */
  async make(
    { actor, origin }: Doing,
    {
      id,
      name,
      chatId,
    }: { readonly id: WebhookId; readonly name: string; readonly chatId: ChatId },
  ): Promise<UserId> {
    const bot = { username: `hook-${id.toLowerCase()}`, name };
    const account = await this.accounts.makeBot(actor, { bot, origin, isWebhook: true });
    const of = { id, userId: account.id, chatId };
    try {
      await this.members.add(actor, { chatId, userIds: [account.id] });
    } catch (error) {
      // A group is full, or the chats are away: nobody is to stay behind.
      await this.retire({ actor, origin }, of);
      throw error;
    }
    return account.id;
  }

  async rename({ actor, origin }: Doing, userId: UserId, name: string): Promise<void> {
    await this.accounts.change(actor, { userId, patch: { name }, origin });
  }

  /** It leaves its chat, and is suspended; what it has said stays. Again is harmless. */
  async retire(
    { actor, origin }: Doing,
    webhook: Pick<IncomingWebhook, 'id' | 'userId' | 'chatId'>,
  ): Promise<void> {
    try {
      await this.members.leave(actorOf(webhook), { chatId: webhook.chatId });
    } catch (error) {
      // Somebody removed it, deleted the chat, or gave the chat to it: there is nothing to leave.
      if (!isProblem(error, 'not_member', 'not_found', 'conflict')) throw error;
    }
    const patch = { state: 'suspended' } as const;
    await this.accounts.change(actor, { userId: webhook.userId, patch, origin });
  }
}
