import {
  AnnouncementId,
  maxAnnouncements,
  problem,
  type Actor,
  type AnnouncementList,
  type AnnouncementRef,
  type AnnouncementsApi,
  type Done,
  type MadeAnnouncement,
  type MadeAnnouncementPage,
  type MakeAnnouncement,
  type NewAnnouncement,
  type PageQuery,
  type RemoveAnnouncement,
} from '@app/contracts';
import {
  AuditOutbox,
  Clock,
  cutPage,
  decodeCursor,
  IdGenerator,
  PermissionGate,
} from '@app/platform';
import { Injectable } from '@nestjs/common';
import { AnnouncementCalls } from './announcement-calls.js';
import { stateOf, toAnnouncement, toMade } from './announcement.js';
import { noEnd } from './announcement.schema.js';
import { AnnouncementsRepository, type KeptAnnouncement } from './announcements.repository.js';

/** Made by those who may `runWorkspace`, and read by everybody. */
@Injectable()
export class AnnouncementsService implements AnnouncementsApi {
  constructor(
    private readonly gate: PermissionGate,
    private readonly announcements: AnnouncementsRepository,
    private readonly calls: AnnouncementCalls,
    private readonly outbox: AuditOutbox,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  async mine({ userId }: Actor): Promise<AnnouncementList> {
    const now = this.clock.now();
    const found = await this.announcements.notOver(now, maxAnnouncements);
    const live = found.filter((one) => stateOf(one, now) === 'live');
    if (live.length === 0) return { items: [] };
    const ids = live.map(({ id }) => id);
    const dismissed = await this.announcements.dismissedBy(userId, ids);
    return { items: live.filter(({ id }) => !dismissed.has(id)).map(toAnnouncement) };
  }

  async dismiss({ userId }: Actor, { announcementId }: AnnouncementRef): Promise<Done> {
    const found = await this.announcements.find(announcementId);
    if (!found) throw problem('not_found');
    if (!found.isDismissible) throw problem('forbidden');
    await this.announcements.dismiss(announcementId, userId);
    this.calls.dismissed(userId, announcementId);
    return {};
  }

  async list(actor: Actor, { cursor, limit }: PageQuery): Promise<MadeAnnouncementPage> {
    await this.gate.admit(actor, 'runWorkspace');
    const [before] = decodeCursor(cursor, 1) ?? [];
    const found = await this.announcements.list(before, limit + 1);
    const now = this.clock.now();
    const { items, page } = cutPage(found, limit, ({ id }) => [id]);
    return { items: items.map((one) => toMade(one, now)), page };
  }

  async make(actor: Actor, { announcement, origin }: MakeAnnouncement): Promise<MadeAnnouncement> {
    const by = await this.gate.admit(actor, 'runWorkspace', { origin });
    const now = this.clock.now();
    const made = this.#kept(by, announcement, now);
    if (made.endsAt <= now) throw over();
    await this.#mustHaveRoom(now, maxAnnouncements - 1);
    const deed = {
      action: 'announcement.made',
      actor: by,
      target: { kind: 'workspace', id: made.id },
      origin,
      after: { ...toAnnouncement(made) },
      ...(announcement.reason !== undefined && { reason: announcement.reason }),
    } as const;
    await this.outbox.during(deed, async () => {
      // Planned first: what nobody has stored is said to nobody when its time comes.
      await this.calls.plan(made);
      await this.announcements.insert(made);
      try {
        // Once more: of two at once, both may have seen the last free place.
        await this.#mustHaveRoom(now, maxAnnouncements);
      } catch (error) {
        // There is none, or nobody knows: it was said to nobody.
        await this.announcements.remove(made.id);
        throw error;
      }
    });
    this.calls.sayIfLive(made);
    return toMade(made, now);
  }

  async remove(
    actor: Actor,
    { announcementId, reason, origin }: RemoveAnnouncement,
  ): Promise<Done> {
    const by = await this.gate.admit(actor, 'runWorkspace', { origin });
    const found = await this.announcements.find(announcementId);
    const now = this.clock.now();
    if (!found || stateOf(found, now) === 'over') throw problem('not_found');
    const deed = {
      action: 'announcement.removed',
      actor: by,
      target: { kind: 'workspace', id: announcementId },
      origin,
      before: { ...toAnnouncement(found) },
      ...(reason !== undefined && { reason }),
    } as const;
    await this.outbox.during(deed, () => this.announcements.end(announcementId, now));
    await this.calls.takeDown(announcementId);
    return {};
  }

  async #mustHaveRoom(now: Date, most: number): Promise<void> {
    const { length } = await this.announcements.notOver(now, most + 1);
    if (length > most) throw problem('conflict', { field: 'announcements' });
  }

  #kept(
    { userId }: Actor,
    { from, until, text, severity, isDismissible }: NewAnnouncement,
    now: Date,
  ): KeptAnnouncement {
    return {
      id: AnnouncementId.parse(this.ids.next()),
      text,
      severity,
      from: from === undefined ? now : new Date(from),
      endsAt: until === undefined ? noEnd : new Date(until),
      isDismissible,
      createdBy: userId,
      createdAt: now,
    };
  }
}

const over = () =>
  problem('validation_failed', { issues: [{ path: 'until', message: 'It is over already' }] });
