import type { Chat } from '@app/contracts';
import type { ChatState, ClientState } from './client-state.js';

/** A chat as the server would tell it, as of what is known; null when it is none of mine. */
export function rowOf({ info, log, marks }: ChatState, state: ClientState): Chat | null {
  if (!info) return null;
  const { rev: _, peerId, lastMessage, ...rest } = info;
  const peer = peerId && state.people.get(peerId);
  const { lastReadSeq, lastDeliveredSeq, unread, mentions } = marks;
  return {
    ...rest,
    ...(peer ? { peer } : {}),
    ...(lastMessage ? { lastMessage } : {}),
    ...{ lastReadSeq, lastDeliveredSeq, unread, mentions },
    ...(log.hides > 0 ? { hides: log.hides } : {}),
    headSeq: log.headSeq,
    headRev: log.rev ?? 0,
    visibleFromSeq: log.visibleFromSeq,
  };
}
