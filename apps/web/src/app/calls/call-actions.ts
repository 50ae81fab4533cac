import { Component, computed, inject } from '@angular/core';
import { IconButton } from '@app/web-ui';
import { OpenChatStore } from '../data-access/open-chat-store';
import { CallDesk } from './call-desk';
import { callTexts } from './call-texts';

/** In the head of a direct chat: calls the other one. */
@Component({
  selector: 'app-call-actions',
  imports: [IconButton],
  template: `
    @if (canCall()) {
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
  protected readonly canCall = computed(() => {
    const chat = this.store.chat();
    return chat?.type === 'direct' && !chat.isSelf;
  });
}
