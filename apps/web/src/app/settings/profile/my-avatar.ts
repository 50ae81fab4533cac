import { inject, Injectable } from '@angular/core';
import { Session } from '@app/web-session';
import { sendPicture } from '../../avatars/send-picture';

/** The picture of the person who is signed in. Rejects as `RestClient` does. */
@Injectable({ providedIn: 'root' })
export class MyAvatar {
  private readonly session = inject(Session);

  /** Null: initials again. What is shown of me here follows. */
  async change(picture: Blob | null): Promise<void> {
    const { rest, tokens } = this.session;
    if (picture) await sendPicture(tokens, 'users/avatar', picture);
    else await rest.request('DELETE', 'users/avatar');
    await this.session.reread();
  }
}
