import type { SyncItem } from '@app/contracts';
import type { ChatState } from './client-state.js';
import { haveHides, jumpTo, noteHead, noteHides, startFrom } from './log-steps.js';
import { adoptNumbers, type Me } from './marks.js';

/** Where the server says that the chat stands. What is loaded is brought there by changes only. */
export function stand(chat: ChatState, at: Standing, me: Me): ChatState {
  const head = { seq: at.headSeq, rev: at.headRev };
  const isOpen = chat.log.ranges.length > 0;
  const isBehind = (chat.log.rev ?? -1) < head.rev;
  const moved = isBehind && !isOpen ? jumpTo(chat.log, head) : noteHead(chat.log, head);
  // What is fetched of a chat from now on has in it what I had hidden by then.
  const heard = (chat.info ? noteHides : haveHides)(moved, at.hides);
  const log = startFrom(heard, at.visibleFromSeq);
  return { ...chat, log, marks: adoptNumbers(chat.marks, log, at, head, me) };
}

type Standing = Pick<
  SyncItem,
  | 'headSeq'
  | 'headRev'
  | 'visibleFromSeq'
  | 'lastReadSeq'
  | 'lastDeliveredSeq'
  | 'unread'
  | 'mentions'
  | 'hides'
>;
