import { Component, computed, ElementRef, inject, input } from '@angular/core';
import type { Call } from '@app/contracts';
import { Avatar, IconButton } from '@app/web-ui';
import { Session } from '@app/web-session';
import { PeopleNames } from '../../chats/people-names';
import { keyNames } from '../../chats/shortcuts/key-names';
import { otherKeys } from '../../chats/shortcuts/other-keys';
import { ChatStore } from '../../data-access/chat-store';
import { isCallKey } from '../call-key';
import { CallDesk } from '../call-desk';
import { callTexts } from '../call-texts';
import { CallTitles } from '../call-titles';
import { callerOf } from '../caller-of';

/**
 * Somebody calls. It never takes the focus, as whoever is typing would answer by the next key; it
 * is said at once, and a key goes there.
 */
@Component({
  selector: 'app-incoming-call',
  imports: [Avatar, IconButton],
  templateUrl: './incoming-call.html',
  styleUrl: './incoming-call.css',
  host: {
    role: 'alertdialog',
    '[attr.aria-label]': 'texts.incoming[call().media]',
    '(document:keydown)': 'goThere($event)',
    '(keydown.escape)': 'desk.decline(call())',
  },
})
export class IncomingCall {
  readonly call = input.required<Call>();

  protected readonly desk = inject(CallDesk);
  protected readonly texts = callTexts;
  private readonly names = inject(PeopleNames);
  private readonly titles = inject(CallTitles);
  private readonly people = inject(ChatStore).people;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  private readonly me = inject(Session).user;
  protected readonly caller = computed(() => callerOf(this.call(), this.me()?.id));
  protected readonly who = computed(() => this.names.of(this.caller()));
  protected readonly picture = computed(() => this.people().get(this.caller())?.avatar);
  protected readonly what = computed(() => {
    const call = this.call();
    const words = callTexts.incoming[call.media];
    return call.kind === 'group' ? `${this.titles.of(call)} · ${words}` : words;
  });
  protected readonly said = computed(() =>
    callTexts.calls(this.who(), keyNames(otherKeys.calls.toCall).join(' ')),
  );

  /** As they have called comes last, where the pointer is expected. */
  protected readonly answers = computed(() => {
    const isVideo = this.call().media === 'video';
    const label = isVideo ? callTexts.acceptAudio : callTexts.accept;
    const audio = { media: 'audio', icon: 'phone', label } as const;
    const video = { media: 'video', icon: 'video', label: callTexts.acceptVideo } as const;
    return isVideo ? [audio, video] : [video, audio];
  });

  protected goThere(event: KeyboardEvent): void {
    if (!isCallKey(event)) return;
    event.preventDefault();
    this.host.querySelector<HTMLElement>('.accept')?.focus();
  }
}
