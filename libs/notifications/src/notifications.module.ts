import { NotificationsApi } from '@app/contracts';
import { LiveSettings, provideApi } from '@app/platform';
import { Global, Module } from '@nestjs/common';
import { NotificationList } from './list/notification-list.js';
import { ReadableEntries } from './list/readable-entries.js';
import { NotificationsRepository } from './list/notifications.repository.js';
import { MailDigests } from './mail/mail-digests.js';
import { MailEnds } from './mail/mail-ends.js';
import { MailFrame } from './mail/mail-frame.js';
import { MailJobs } from './mail/mail-jobs.js';
import { MailLinesRepository } from './mail/mail-lines.repository.js';
import { MailPost } from './mail/mail-post.js';
import { NotificationsService } from './notifications.service.js';
import { CallPushes } from './push/call-pushes.js';
import { DeviceKeeper } from './push/device-keeper.js';
import { PushDevicesRepository } from './push/push-devices.repository.js';
import { PushedChatsRepository } from './push/pushed-chats.repository.js';
import { PushJobs } from './push/push-jobs.js';
import { PushOwners } from './push/push-owners.js';
import { PushPost } from './push/push-post.js';
import { PushService } from './push/push-service.js';
import { PushTexts } from './push/push-texts.js';
import { RingsRepository } from './push/rings.repository.js';
import { Audiences } from './telling/audiences.js';
import { Blocks } from './telling/blocks.js';
import { CatchUp } from './telling/catch-up.js';
import { CauseFinder } from './telling/cause-finder.js';
import { ChatFeed } from './telling/chat-feed.js';
import { ChatPlaces } from './telling/chat-places.js';
import { ChatPlacesRepository } from './telling/chat-places.repository.js';
import { Court } from './telling/court.js';
import { EntryKeeper } from './telling/entry-keeper.js';
import { LastLook } from './telling/last-look.js';
import { LastOrders } from './telling/last-orders.js';
import { LateDevices } from './telling/late-devices.js';
import { MessageTeller } from './telling/message-teller.js';
import { Outbound } from './telling/outbound.js';
import { ReadFeed } from './telling/read-feed.js';
import { ReadablePushes } from './telling/readable-pushes.js';
import { RingFeed } from './telling/ring-feed.js';
import { Ways } from './telling/ways.js';
import { Withdrawals } from './telling/withdrawals.js';
import { NotificationSettingsRepository } from './wishes/notification-settings.repository.js';
import { WishDesk } from './wishes/wish-desk.js';
import { Wishes } from './wishes/wishes.js';

const repositories = [
  ChatPlacesRepository,
  MailLinesRepository,
  NotificationSettingsRepository,
  NotificationsRepository,
  PushDevicesRepository,
  PushedChatsRepository,
  RingsRepository,
];

const pushing = [CallPushes, DeviceKeeper, PushJobs, PushOwners, PushPost, PushService, PushTexts];

const mailing = [LiveSettings, MailDigests, MailEnds, MailFrame, MailJobs, MailPost];

const telling = [
  Audiences,
  Blocks,
  CatchUp,
  CauseFinder,
  ChatFeed,
  ChatPlaces,
  Court,
  EntryKeeper,
  LastLook,
  LastOrders,
  LateDevices,
  MessageTeller,
  NotificationList,
  Outbound,
  ReadFeed,
  ReadableEntries,
  ReadablePushes,
  RingFeed,
  Ways,
  WishDesk,
  Wishes,
  Withdrawals,
];

/** Global, since other modules know the port and must not know who brings it. */
@Global()
@Module({
  providers: [
    ...repositories,
    ...pushing,
    ...mailing,
    ...telling,
    ...provideApi(NotificationsApi, NotificationsService),
  ],
  exports: [NotificationsApi],
})
export class NotificationsModule {}
