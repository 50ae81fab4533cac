import { computed, effect, inject, untracked } from '@angular/core';
import { Toasts } from '@app/web-ui';
import { ChatStore } from '../data-access/chat-store';
import { CallDesk } from './call-desk';
import { callTexts } from './call-texts';
import { RunningCalls } from './running-calls';

/**
 * A chat leads back into its call. Who was called to that of another chat has no such page: they
 * are told that it goes on, each time that they have left it. Where effects may be made.
 */
export function offerWayBack(): void {
  const [store, toasts] = [inject(ChatStore), inject(Toasts)];
  const [desk, calls] = [inject(CallDesk), inject(RunningCalls)];
  const isMine = (chatId: string) => store.chats().some(({ id }) => id === chatId);
  const back = computed(() => {
    const call = store.isReady() ? calls.left() : null;
    return call && !isMine(call.chatId) ? call.id : null;
  });
  effect(() => {
    if (back() === null) return;
    const { id, media } = untracked(calls.left)!;
    const run = () => {
      const call = calls.left();
      if (call?.id === id) void desk.accept(call, media);
      else toasts.say(callTexts.problems['call_ended']!);
    };
    untracked(() => toasts.offer(callTexts.goesOn, { label: callTexts.goIn, run }));
  });
}
