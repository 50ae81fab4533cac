import {
  MessagesApi,
  isProblem,
  UsersApi,
  type ChatId,
  type Message,
  type NotificationSettings,
  type Profile,
  type UserId,
} from '@app/contracts';
import { Clock } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { moduleActor, onBehalfOf } from '../module-actor.js';
import { Audiences } from '../telling/audiences.js';
import { Wishes } from '../wishes/wishes.js';
import { maxLines, type MailLine } from './mail-lines.repository.js';
import type { Mail } from './mail-post.js';
import { MailFrame } from './mail-frame.js';
import { mailTextOf, type DigestLine } from './mail-texts.js';

/** A line, and the message as its reader sees it now. */
export type Unread = MailLine & { readonly message: Message };

/** Finds what is still unread at the last moment, and makes a mail of it. */
@Injectable()
export class MailDigests {
  constructor(
    private readonly audiences: Audiences,
    private readonly wishes: Wishes,
    private readonly messages: MessagesApi,
    private readonly users: UsersApi,
    private readonly clock: Clock,
    private readonly frame: MailFrame,
  ) {}

  /** In order: what was neither read nor deleted, and is still wanted of its author by mail. */
  async unread(userId: UserId, chatId: ChatId, lines: readonly MailLine[]): Promise<Unread[]> {
    const wanted = await this.#wanted(userId, chatId, lines);
    if (wanted.length === 0) return [];
    const lastRead = await this.audiences.lastRead(chatId, userId);
    if (lastRead === undefined) return [];
    const rest = wanted.filter(({ cause, seq }) =>
      cause === 'added' ? lastRead <= seq : lastRead < seq,
    );
    if (rest.length === 0) return [];
    const messageIds = rest.map(({ messageId }) => messageId);
    const { items } = await this.messages.items(onBehalfOf(userId), { messageIds });
    const blocked = await this.#blocked(userId, items);
    const heard = items.filter(({ senderId }) => !blocked.has(senderId));
    const known = new Map(heard.map((message) => [message.id, message]));
    return rest.flatMap((line) => {
      const message = known.get(line.messageId);
      return message && !message.deletedAt && !message.isHidden ? [{ ...line, message }] : [];
    });
  }

  /** Undefined where there is nobody to write to. */
  async of(userId: UserId, chatId: ChatId, unread: readonly Unread[]): Promise<Mail | undefined> {
    const person = await this.#profileOf(userId);
    // A bot has no address.
    if (!person || person.isDeactivated || person.email === '') return undefined;
    const settings = (await this.wishes.of([userId]))(userId);
    const members = await this.audiences.of(chatId);
    const language = settings.language ?? 'en';
    const { clientUrl, workspace } = this.frame;
    const unsubscribeUrl = this.frame.unsubscribeUrl(userId, language);
    const text = mailTextOf({
      language,
      workspace,
      chat: settings.push === 'id-only' ? '' : (members?.name ?? ''),
      lines: await this.#shown(unread.slice(0, maxLines), settings),
      hasMore: unread.length > maxLines,
      chatUrl: `${clientUrl}/c/${chatId}`,
      unsubscribeUrl,
    });
    return { ...text, to: person.email, unsubscribeUrl };
  }

  /** Who has muted a chat since, or wants no mails, means what is on its way, too. */
  async #wanted(
    userId: UserId,
    chatId: ChatId,
    lines: readonly MailLine[],
  ): Promise<readonly MailLine[]> {
    const { mail } = (await this.wishes.of([userId]))(userId);
    const members = mail ? await this.audiences.of(chatId) : undefined;
    if (!members?.has(userId)) return [];
    const { level, mutedUntil } = members.viewOf(userId);
    const isMuted = mutedUntil !== null && Date.parse(mutedUntil) > this.clock.now().getTime();
    if (isMuted || level === 'none') return [];
    return lines.filter(({ cause }) => level !== 'mentions' || cause !== 'message');
  }

  async #blocked(userId: UserId, messages: readonly Message[]): Promise<ReadonlySet<UserId>> {
    const userIds = [...new Set(messages.map(({ senderId }) => senderId))];
    const found = await this.users.blockedBetween(onBehalfOf(userId), { userIds });
    return new Set(found.userIds);
  }

  /** No more than the person wants to have shown by pushes: a mail leaves this server, too. */
  async #shown(
    unread: readonly Unread[],
    { push }: Pick<NotificationSettings, 'push'>,
  ): Promise<DigestLine[]> {
    if (push === 'id-only') return unread.map(({ cause }) => ({ cause }));
    const userIds = [...new Set(unread.map(({ message }) => message.senderId))];
    const { items } = await this.users.lookUp(moduleActor, { userIds });
    const names = new Map(items.map(({ id, name }) => [id, name]));
    return unread.map(({ cause, message: { senderId, text } }) => ({
      cause,
      from: names.get(senderId) ?? '',
      ...(push === 'full' && { text }),
    }));
  }

  async #profileOf(userId: UserId): Promise<Profile | undefined> {
    try {
      return await this.users.profile(moduleActor, { userId });
    } catch (error) {
      // There is no such person any more: nobody to write to.
      if (isProblem(error, 'not_found')) return undefined;
      throw error;
    }
  }
}
