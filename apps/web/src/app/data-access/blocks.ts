import { inject, Injectable } from '@angular/core';
import type { User, UserId, UserList } from '@app/contracts';
import { Session } from '@app/web-session';

/** Whom I block. Methods reject as `RestClient` does. */
@Injectable({ providedIn: 'root' })
export class Blocks {
  private readonly rest = inject(Session).rest;

  async list(): Promise<readonly User[]> {
    return (await this.rest.request<UserList>('GET', 'users/me/blocked')).items;
  }

  /** Idempotent, and so is `unblock`. */
  async block(userId: UserId): Promise<void> {
    await this.rest.request('PUT', `users/${userId}/block`);
  }

  async unblock(userId: UserId): Promise<void> {
    await this.rest.request('DELETE', `users/${userId}/block`);
  }
}
