import { inject, Injectable, signal } from '@angular/core';
import type { User, UserId, UserList } from '@app/contracts';
import { Session } from '@app/web-session';

/** Whom I block. Methods reject as `RestClient` does. */
@Injectable({ providedIn: 'root' })
export class Blocks {
  private readonly rest = inject(Session).rest;
  private readonly ids = signal<ReadonlySet<UserId>>(new Set());

  /** As it was told last, and changed here since; nobody before `list`. */
  readonly known = this.ids.asReadonly();

  async list(): Promise<readonly User[]> {
    const { items } = await this.rest.request<UserList>('GET', 'users/me/blocked');
    this.ids.set(new Set(items.map(({ id }) => id)));
    return items;
  }

  /** Idempotent, and so is `unblock`. */
  async block(userId: UserId): Promise<void> {
    await this.rest.request('PUT', `users/${userId}/block`);
    this.ids.update((ids) => new Set([...ids, userId]));
  }

  async unblock(userId: UserId): Promise<void> {
    await this.rest.request('DELETE', `users/${userId}/block`);
    this.ids.update((ids) => new Set([...ids].filter((id) => id !== userId)));
  }
}
