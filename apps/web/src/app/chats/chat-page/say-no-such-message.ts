import { effect, untracked, type Signal } from '@angular/core';
import type { ChatStore } from '../../data-access/chat-store';
import type { OpenChatStore } from '../../data-access/open-chat-store';
import type { Toasts } from '@app/web-ui';
import { placeTexts } from './place-texts';

interface Known {
  readonly open: Pick<OpenChatStore, 'chat' | 'chatId' | 'headSeq' | 'isLoading' | 'isSettled'>;
  readonly chats: Pick<ChatStore, 'connection'>;
}

/** What an address names. `seq`: as it stands there; `targetSeq`: null where that is none. */
interface Address {
  readonly chatId: Signal<string>;
  readonly seq: Signal<string | undefined>;
  readonly targetSeq: Signal<number | null>;
}

/**
 * Says it where an address names a message that its chat does not have, once for each visit: one
 * comes to the end then. Made where effects may be made.
 */
export function sayNoSuchMessage(
  { open, chats }: Known,
  { chatId, seq, targetSeq }: Address,
  toasts: Pick<Toasts, 'say'>,
): void {
  let looked = '';
  effect(() => {
    const [chat, name] = [open.chat(), `${chatId()} ${seq() ?? ''}`];
    // Without a line a newer message may be there all the same.
    const isKnown = chats.connection() === 'online' && open.isSettled() && !open.isLoading();
    if (chat?.id !== chatId() || !isKnown || name === looked) return;
    looked = name;
    const [target, head] = [targetSeq() ?? 0, untracked(open.headSeq)];
    const isThere = chat.visibleFromSeq <= target && target <= head;
    if (seq() !== undefined && !isThere) untracked(() => toasts.say(placeTexts.noSuchMessage));
  });
}
