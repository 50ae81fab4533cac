import { inject, Injectable } from '@angular/core';
import type { Call, UserId } from '@app/contracts';
import { partIn } from '@app/web-calls';
import { Session } from '@app/web-session';
import { Toasts } from '@app/web-ui';
import { PeopleNames } from '../chats/people-names';
import { callTexts } from './call-texts';
import { CallTitles } from './call-titles';

/** Says how calls of mine have ended, where I did not end them. */
@Injectable({ providedIn: 'root' })
export class CallEnds {
  private readonly toasts = inject(Toasts);
  private readonly names = inject(PeopleNames);
  private readonly titles = inject(CallTitles);
  private readonly session = inject(Session);

  /** `again`: calls them once more. */
  tell(call: Call, again: () => void): void {
    const { ends, callAgain } = callTexts;
    if (partIn(call, this.session.user()?.id)?.isRemoved) return this.toasts.say(ends.removed);
    const who = this.titles.of(call);
    const offer = { label: callAgain, run: again };
    const { reason } = call;
    switch (reason) {
      case 'missed':
      case 'declined':
      case 'busy':
        return this.toasts.say(ends[reason](who), offer);
      case 'failed':
        return this.toasts.say(ends.failed, offer);
      case 'completed':
        return this.toasts.say(ends.completed);
      default:
      // I have ended it, or know that I have.
    }
  }

  /** Nothing came through any more. */
  tellLost(again: () => void): void {
    const { ends, callAgain } = callTexts;
    this.toasts.say(ends.lost, { label: callAgain, run: again });
  }

  tellBusy(caller: UserId): void {
    this.toasts.say(callTexts.calledWhileBusy(this.names.of(caller)));
  }
}
