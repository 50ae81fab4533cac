import type { ChatState, ClientState } from '@app/chat-state';
import type { OpenChat } from './chat-views';

/** The open chat; null while the server has not told of it. */
export function openChatOf(chat: ChatState | undefined, state: ClientState): OpenChat | null {
  const info = chat?.info;
  if (!info) return null;
  const { rev: _, peerId, lastMessage: __, updatedAt: ___, ...rest } = info;
  const peer = (peerId && state.people.get(peerId)) ?? null;
  return {
    ...rest,
    ...(peer ? { peer } : {}),
    visibleFromSeq: chat.log.visibleFromSeq,
    lastReadSeq: chat.marks.lastReadSeq,
    title: peer?.name ?? info.name,
    isSelf: info.type === 'direct' && peerId === null,
  };
}
