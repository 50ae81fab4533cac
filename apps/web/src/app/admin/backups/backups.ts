import { inject, Injectable } from '@angular/core';
import type { Backup, BackupList } from '@app/contracts';
import { Session } from '@app/web-session';
import type { Meant } from '../frame/ask-about';
import { Names } from '../frame/names';

/** Backups in the folder of the server. Methods reject as `RestClient` does. */
@Injectable({ providedIn: 'root' })
export class Backups {
  private readonly rest = inject(Session).rest;
  private readonly names = inject(Names);

  /** The newest first. Who has ordered them is known then. */
  async list(): Promise<BackupList> {
    const list = await this.rest.request<BackupList>('GET', 'admin/backups');
    await this.names.meet(list.items.map(({ createdBy }) => createdBy));
    return list;
  }

  /** It is made in the background, and listed as pending. */
  async make(why: Meant): Promise<void> {
    await this.rest.request('POST', 'admin/backups', { body: why });
  }

  async remove({ id }: Backup, { reason }: Meant): Promise<void> {
    const query = { reason };
    await this.rest.request('DELETE', `admin/backups/${id}`, { query });
  }
}
