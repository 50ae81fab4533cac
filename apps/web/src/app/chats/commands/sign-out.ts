import { inject, Injectable, Injector } from '@angular/core';
import { Session, UnsentMessages } from '@app/web-session';
import { Dialogs } from '@app/web-ui';
import { KeptTrays } from '../../data-access/kept-trays';
import { isMeant } from '../message-dialogs/is-meant';
import { commandTexts } from './command-texts';

/** Signing out of this browser, from wherever one asks for it. */
@Injectable({ providedIn: 'root' })
export class SignOut {
  private readonly session = inject(Session);
  private readonly dialogs = inject(Dialogs);
  private readonly injector = inject(Injector);

  /** Rejects with `ConnectionLost`: the session would go on elsewhere, so this one does, too. */
  async run(): Promise<void> {
    await this.injector.get(KeptTrays).look();
    try {
      await this.session.logOut();
    } catch (error) {
      // What is not sent yet would be lost: only the person may decide that.
      if (!(error instanceof UnsentMessages)) throw error;
      if (await this.ask(error.count)) await this.session.logOutAnyway();
    }
  }

  private ask(unsent: number): Promise<true | undefined> {
    const { signOutTitle: title, signOutHint, signOutAnyway: action } = commandTexts;
    return isMeant(this.dialogs, { title, text: signOutHint(unsent), action });
  }
}
