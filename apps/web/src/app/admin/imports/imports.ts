import { inject, Injectable } from '@angular/core';
import type { Chat, FileId, Import, ImportList, ImportSource } from '@app/contracts';
import { Session } from '@app/web-session';
import type { Meant } from '../frame/ask-about';
import { Names } from '../frame/names';

/** What somebody has picked, and how they hear of its way. */
export interface PickedExport {
  readonly source: ImportSource;
  readonly file: File;
  readonly signal: AbortSignal;
  /** Bytes that have arrived. */
  readonly note: (sentBytes: number) => void;
}

/** Imports, for owners. Methods reject as `RestClient` does. */
@Injectable({ providedIn: 'root' })
export class Imports {
  private readonly session = inject(Session);
  private readonly rest = this.session.rest;
  private readonly names = inject(Names);

  /** The newest first. Who has begun them is known then. */
  async list(): Promise<readonly Import[]> {
    const { items } = await this.rest.request<ImportList>('GET', 'admin/imports');
    await this.names.meet(items.map(({ createdBy }) => createdBy));
    return items;
  }

  /** Uploads it into one's own notes, where nobody else sees it, and begins the trial. */
  async attempt({ source, file, signal, note }: PickedExport): Promise<void> {
    const body = { type: 'direct' };
    const { id: chatId } = await this.rest.request<Chat>('POST', 'chats', { body });
    const { TusUploads } = await import('@app/web-realtime/tus-uploads');
    const uploads = new TusUploads(this.session.tokens, (url, init) => fetch(url, init));
    const began = () => Promise.resolve();
    const wish = { chatId, key: file.name, name: file.name, content: file, signal, note, began };
    const fileId = await uploads.upload(wish);
    await this.begin({ source, fileId, isTrial: true });
  }

  /** What a trial has looked at. */
  async bring({ source, fileId }: Import, { reason }: Meant): Promise<void> {
    await this.begin({ source, fileId, isTrial: false, reason });
  }

  /** Stops it, or takes it off the list. */
  async remove({ id }: Import, { reason }: Meant): Promise<void> {
    const query = { reason };
    await this.rest.request('DELETE', `admin/imports/${id}`, { query });
  }

  private async begin(order: {
    readonly source: ImportSource;
    readonly fileId: FileId;
    readonly isTrial: boolean;
    readonly reason?: string | undefined;
  }): Promise<void> {
    await this.rest.request('POST', 'admin/imports', { body: order });
  }
}
