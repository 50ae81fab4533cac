import { inject, Injectable } from '@angular/core';
import { Browser, FetchRestClient, type RestClient } from '@app/web-session';

/** New passwords, for whoever holds a link. */
@Injectable({ providedIn: 'root' })
export class Resets {
  private readonly anybody: RestClient = new FetchRestClient(inject(Browser), null);

  /** Rejects with `gone`, `validation_failed`, or `ConnectionLost`. */
  async choose(token: string, newPassword: string): Promise<void> {
    await this.anybody.request('POST', 'auth/reset', { body: { token, newPassword } });
  }
}
