import { inject, Injectable } from '@angular/core';
import type {
  AnnouncementId,
  MadeAnnouncement,
  MadeAnnouncementPage,
  NewAnnouncement,
} from '@app/contracts';
import { Session } from '@app/web-session';
import type { Meant } from '../frame/ask-about';
import { Names } from '../frame/names';

/** Announcements, for who makes them. Methods reject as `RestClient` does. */
@Injectable({ providedIn: 'root' })
export class MadeAnnouncements {
  private readonly rest = inject(Session).rest;
  private readonly names = inject(Names);

  /** Who has made them is known then. */
  async list(cursor?: string): Promise<MadeAnnouncementPage> {
    const query = { cursor };
    const path = 'admin/announcements';
    const page = await this.rest.request<MadeAnnouncementPage>('GET', path, { query });
    await this.names.meet(page.items.map(({ createdBy }) => createdBy));
    return page;
  }

  make(announcement: NewAnnouncement): Promise<MadeAnnouncement> {
    return this.rest.request('POST', 'admin/announcements', { body: announcement });
  }

  async takeDown(id: AnnouncementId, { reason }: Meant): Promise<void> {
    const query = { reason };
    await this.rest.request('DELETE', `admin/announcements/${id}`, { query });
  }
}
