import { inject, Injectable } from '@angular/core';
import type { Session as Device, SessionId, SessionList } from '@app/contracts';
import { Session } from '@app/web-session';

export type { Device };

/** Where I am signed in. Methods reject as `RestClient` does. */
@Injectable({ providedIn: 'root' })
export class MyDevices {
  private readonly rest = inject(Session).rest;

  /** This one first, then the one used last. */
  async list(): Promise<readonly Device[]> {
    const { items } = await this.rest.request<SessionList>('GET', 'auth/sessions');
    return [...items].sort(
      (one, other) =>
        Number(other.isCurrent) - Number(one.isCurrent) ||
        other.lastUsedAt.localeCompare(one.lastUsedAt),
    );
  }

  /** Its sockets are closed, and it can ask for nothing more. */
  async signOut(id: SessionId): Promise<void> {
    await this.rest.request('DELETE', `auth/sessions/${id}`);
  }

  async signOutOthers(): Promise<void> {
    await this.rest.request('DELETE', 'auth/sessions');
  }
}
