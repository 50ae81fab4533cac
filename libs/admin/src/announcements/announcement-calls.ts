import { AnnouncementId, everybodyRoom, userRoom, type UserId } from '@app/contracts';
import { Clock, defineJob, JobQueue, RealtimePublisher, type JobKind } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod/mini';
import { stateOf, toAnnouncement } from './announcement.js';
import { noEnd } from './announcement.schema.js';
import { AnnouncementsRepository, type KeptAnnouncement } from './announcements.repository.js';

const Ref = z.strictObject({ id: AnnouncementId });
type Ref = z.output<typeof Ref>;

const begin = defineJob('admin.announce', Ref);
const forget = defineJob('admin.forget-dismissals', Ref);

/** What begins or ends now is said to everybody who is here; whoever comes later asks. */
@Injectable()
export class AnnouncementCalls implements OnModuleInit {
  constructor(
    private readonly announcements: AnnouncementsRepository,
    private readonly publisher: RealtimePublisher,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(begin, async ({ id }) => {
      const kept = await this.announcements.find(id);
      if (kept) this.sayIfLive(kept);
    });
    this.jobs.handle(forget, ({ id }) => this.announcements.forgetDismissals(id));
  }

  /** It is said when its time comes, and forgotten who has dismissed it when that is over. */
  async plan({ id, from, endsAt }: KeptAnnouncement): Promise<void> {
    if (from > this.clock.now()) await this.#order(begin, id, from);
    if (endsAt < noEnd) await this.#order(forget, id, endsAt);
  }

  sayIfLive(kept: KeptAnnouncement): void {
    if (stateOf(kept, this.clock.now()) === 'live')
      this.publisher.publish(everybodyRoom, 'announcement', toAnnouncement(kept));
  }

  async takeDown(id: AnnouncementId): Promise<void> {
    this.publisher.publish(everybodyRoom, 'announcement_removed', { id });
    await this.#order(forget, id, this.clock.now(), `${id} taken down`);
  }

  /** To their other devices. */
  dismissed(userId: UserId, id: AnnouncementId): void {
    this.publisher.publish(userRoom(userId), 'announcement_removed', { id });
  }

  #order(kind: JobKind<Ref>, id: AnnouncementId, at: Date, key: string = id): Promise<void> {
    const delayMs = Math.max(0, at.getTime() - this.clock.now().getTime());
    return this.jobs.enqueue(kind, { id }, { key, delayMs });
  }
}
