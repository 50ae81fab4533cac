import { inject, Injectable } from '@angular/core';
import { Session } from '@app/web-session';

/** My password, and all of my sessions at once. Methods reject as `RestClient` does. */
@Injectable({ providedIn: 'root' })
export class MyAccount {
  private readonly session = inject(Session);

  /** All other sessions end. Rejects with `forbidden` for a wrong current one. */
  async changePassword(currentPassword: string, newPassword: string): Promise<void> {
    const body = { currentPassword, newPassword };
    await this.session.rest.request('PUT', 'auth/password', { body });
  }

  /** Ends all sessions but this one; `Session` ends this one, and knows what it would lose. */
  async signOutOthers(): Promise<void> {
    await this.session.rest.request('DELETE', 'auth/sessions');
  }
}
