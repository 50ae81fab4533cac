import { Component, computed, inject } from '@angular/core';
import type { Call, CallMedia } from '@app/contracts';
import { Button, IconButton } from '@app/web-ui';
import { OpenChatStore } from '../data-access/open-chat-store';
import { titleOf } from '../chats/chat-list/last-line';
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
      <button uiButton type="button" [disabled]="!desk.isFree()" (click)="join(call)">
        {{ texts.join(people()) }}
      </button>
    } @else if (canCall()) {
      <button
        uiIconButton
        type="button"
        icon="phone"
        [label]="texts.voiceCall"
        [disabled]="!desk.isFree()"
        (click)="call('audio')"
      ></button>
      <button
        uiIconButton
        type="button"
        icon="video"
        [label]="texts.videoCall"
        [disabled]="!desk.isFree()"
        (click)="call('video')"
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

  /** It rings at once between two; of more, one looks at oneself before all others do. */
  protected async call(media: CallMedia): Promise<void> {
    const { id, type } = this.store.chat()!;
    if (type === 'direct') return this.desk.start(id, media);
    const own = await this.desk.preview(this.title(), media);
    if (own) await this.desk.start(id, media, own);
  }

  protected async join(call: Call): Promise<void> {
    const own = await this.desk.preview(this.title(), 'audio');
    if (own) await this.desk.accept(call, 'audio', own);
  }

  private title(): string {
    return callTexts.callWith(titleOf(this.store.chat()!));
  }
}
