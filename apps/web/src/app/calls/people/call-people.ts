import { Component, computed, effect, inject } from '@angular/core';
import type { UserId } from '@app/contracts';
import type { LiveCall } from '@app/web-calls';
import { Session } from '@app/web-session';
import {
  Avatar,
  Button,
  Dialog,
  DIALOG,
  Dialogs,
  Icon,
  IconButton,
  KeepFocus,
  Switch,
  Toasts,
  type DialogHandle,
} from '@app/web-ui';
import { isMeant } from '../../chats/message-dialogs/is-meant';
import { PeopleNames } from '../../chats/people-names';
import { ChatStore } from '../../data-access/chat-store';
import { CallHosts } from '../call-hosts';
import { callTexts } from '../call-texts';
import { handsOf } from '../stage/raised-hands';

/** Who is in a group call, and what hosts of it may do about them. */
@Component({
  selector: 'app-call-people',
  imports: [Avatar, Button, Dialog, Icon, IconButton, KeepFocus, Switch],
  templateUrl: './call-people.html',
  styleUrl: './call-people.css',
})
export class CallPeople {
  protected readonly handle = inject(DIALOG) as DialogHandle<void, LiveCall>;
  protected readonly texts = callTexts;
  private readonly names = inject(PeopleNames);
  private readonly portraits = inject(ChatStore).people;
  private readonly me = inject(Session).user()!.id;
  private readonly hosts = inject(CallHosts);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly live = this.handle.data;

  protected readonly isHost = computed(() => this.hosts.isMine(this.live.call()));
  protected readonly isLocked = computed(() => this.live.call().isLocked === true);
  /** Whose hand is up first, as it is their turn. */
  protected readonly people = computed(() => {
    const call = this.live.call();
    const hands = handsOf(call);
    const joined = call.parties.filter(({ state }) => state === 'joined');
    const people = joined.map(({ userId, media }) => ({
      userId,
      name: this.names.of(userId),
      picture: this.portraits().get(userId)?.avatar,
      isMine: userId === this.me,
      isMuted: !media?.audio,
      hand: hands.get(userId) ?? null,
    }));
    return people.sort((a, b) => (a.hand ?? Infinity) - (b.hand ?? Infinity) || 0);
  });
  protected readonly isAlone = computed(() => this.people().length < 2);

  constructor() {
    effect(() => {
      if (this.live.phase() === 'ended') this.handle.close();
    });
  }

  protected muteAll(): Promise<void> {
    return this.must(this.live.control('call_mute', {}));
  }

  protected mute(userId: UserId): Promise<void> {
    return this.must(this.live.control('call_mute', { userId }));
  }

  protected lowerHand(userId: UserId): Promise<void> {
    return this.must(this.live.control('call_hand', { userId, isRaised: false }));
  }

  protected lock(isLocked: boolean): Promise<void> {
    return this.must(this.live.control('call_lock', { isLocked }));
  }

  protected async remove(userId: UserId): Promise<void> {
    const { title, text, action } = callTexts.removal;
    const question = { title: title(this.names.of(userId)), text, action };
    if (!(await isMeant(this.dialogs, question))) return;
    await this.must(this.live.control('call_remove', { userId }));
  }

  private async must(done: Promise<boolean>): Promise<void> {
    if (!(await done)) this.toasts.warn(callTexts.notDone);
  }
}
