import {
  problem,
  type Actor,
  type Done,
  type MailToken,
  type NotificationCount,
  type NotificationPage,
  type NotificationsApi,
  type NotificationSettings,
  type NotificationSettingsPatch,
  type PageQuery,
  type PushDevice,
  type PushEndpoint,
  type PushOffer,
  type ReadNotifications,
} from '@app/contracts';
import { decodeCursor, pageInfo } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { NotificationList } from './list/notification-list.js';
import { MailEnds } from './mail/mail-ends.js';
import { PushService } from './push/push-service.js';
import { WishDesk } from './wishes/wish-desk.js';

/** See `NotificationsApi`. What the actor asks is their own, so there is nothing to refuse. */
@Injectable()
export class NotificationsService implements NotificationsApi {
  constructor(
    private readonly lists: NotificationList,
    private readonly wishes: WishDesk,
    private readonly push: PushService,
    private readonly mails: MailEnds,
  ) {}

  async list({ userId }: Actor, { cursor, limit }: PageQuery): Promise<NotificationPage> {
    const before = decodeCursor(cursor, 1)?.[0];
    if (before !== undefined && !isPlaceOf(userId, before)) throw notOurs();
    const { items, lastPlace } = await this.lists.page(userId, before, limit);
    const unread = await this.lists.unreadOf(userId);
    return {
      items: items.map(({ userId: _, ...notification }) => notification),
      page: pageInfo(lastPlace === undefined ? undefined : [lastPlace]),
      unread,
    };
  }

  read({ userId }: Actor, input: ReadNotifications): Promise<NotificationCount> {
    return this.lists.read(userId, input);
  }

  settings({ userId }: Actor): Promise<NotificationSettings> {
    return this.wishes.of(userId);
  }

  updateSettings(
    { userId }: Actor,
    patch: NotificationSettingsPatch,
  ): Promise<NotificationSettings> {
    return this.wishes.change(userId, patch);
  }

  pushOffer(): Promise<PushOffer> {
    return Promise.resolve(this.push.offer);
  }

  subscribe(actor: Actor, device: PushDevice): Promise<Done> {
    return this.push.add(actor, device);
  }

  unsubscribe(actor: Actor, input: PushEndpoint): Promise<Done> {
    return this.push.remove(actor, input);
  }

  endMails(_: Actor, input: MailToken): Promise<Done> {
    return this.mails.end(input);
  }
}

const notOurs = () =>
  problem('validation_failed', { issues: [{ path: 'cursor', message: 'Not a cursor of yours' }] });

/** A cursor of somebody else's list would page through theirs. */
const isPlaceOf = (userId: Actor['userId'], place: string) =>
  place.startsWith(`${userId}:`) && place.length > userId.length + 1;
