import { Component, computed, inject } from '@angular/core';
import { Button, IconButton } from '@app/web-ui';
import { OpenChatStore } from '../data-access/open-chat-store';
import { mayPost } from '../chats/message-list/message-actions';
import { CallDesk } from './call-desk';
import { callTexts } from './call-texts';
import { RunningCalls } from './running-calls';

/** In the head of a chat: calls the others, or joins the call that runs there. */
@Component({
  selector: 'app-call-actions',
  imports: [Button, IconButton],
  template: `
    @if (running(); as call) {
      <button
        uiButton
        type="button"
        [disabled]="!desk.isFree()"
        (click)="desk.accept(call, 'audio')"
      >
        {{ texts.join(people()) }}
      </button>
    } @else if (canCall()) {
      <button
        uiIconButton
        type="button"
        icon="phone"
        [label]="texts.voiceCall"
        [disabled]="!desk.isFree()"
        (click)="desk.start(store.chat()!.id, 'audio')"
      ></button>
      <button
        uiIconButton
        type="button"
        icon="video"
        [label]="texts.videoCall"
        [disabled]="!desk.isFree()"
        (click)="desk.start(store.chat()!.id, 'video')"
      ></button>
    }
  `,
  styles: ':host { display: contents; }',
})
export class CallActions {
  protected readonly texts = callTexts;
  protected readonly desk = inject(CallDesk);
  protected readonly store = inject(OpenChatStore);
  private readonly calls = inject(RunningCalls);
  protected readonly canCall = computed(() => {
    const chat = this.store.chat();
    return chat !== null && !chat.isSelf && mayPost({ chat });
  });
  /** Of this chat, without me. */
  protected readonly running = computed(() => {
    const chat = this.store.chat();
    const call = chat ? this.calls.in(chat.id) : undefined;
    return call?.kind === 'group' && call.id !== this.desk.live()?.call().id ? call : undefined;
  });
  protected readonly people = computed(() => {
    const joined = this.running()?.parties.filter(({ state }) => state === 'joined') ?? [];
    return String(joined.length);
  });
}
