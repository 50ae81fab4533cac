import type { ChatId } from '@app/contracts';
import { inChat, type ClientState } from './client-state.js';
import { readUpTo } from './marks.js';

/** I have just read up to here; the server will say the same (`read_state`). */
export function raiseRead(state: ClientState, chatId: ChatId, seq: number): ClientState {
  if (!state.chats.has(chatId)) return state;
  return inChat(state, chatId, (chat) => {
    const marks = readUpTo(chat.marks, seq, chat.log, state.me);
    return marks === chat.marks ? chat : { ...chat, marks };
  });
}
