import type { Chat, ChatId, Message, User } from '@app/contracts';
import { adoptChat } from './adopt.js';
import { emptyLog, type ChatLog } from './chat-log.js';
import { rowOf } from './chat-row.js';
import { drain } from './chat-steps.js';
import { inChat, meet, type ClientState } from './client-state.js';
import { load } from './log-pages.js';
import { hide, jumpTo, noteHead, startFrom } from './log-steps.js';
import { settle } from './marks.js';
import { rangeAt } from './seq-ranges.js';

/**
 * A chat as an earlier visit has left it: its row, the newest messages without holes, and those who
 * are named in them. All of one moment: `chat.headRev` is what the messages are as of.
 */
export interface KeptChat {
  readonly chat: Chat;
  readonly messages: readonly Message[];
  readonly people: readonly User[];
}

/** What of a chat is worth keeping: `most` messages at its end. Null: nothing of it is loaded. */
export function keptOf(state: ClientState, chatId: ChatId, most: number): KeptChat | null {
  const known = state.chats.get(chatId);
  const chat = known && rowOf(known, state);
  const end = known && rangeAt(known.log.ranges, known.log.headSeq);
  if (!chat || !end) return null;
  const { headSeq, messages } = known.log;
  const from = Math.max(end.from, headSeq - most + 1);
  const seqs = Array.from({ length: headSeq - from + 1 }, (_, at) => from + at);
  const newest = seqs.flatMap((seq) => messages.get(seq) ?? []);
  const ids = new Set(newest.map(({ senderId }) => senderId));
  return { chat, messages: newest, people: [...ids].flatMap((id) => state.people.get(id) ?? []) };
}

/**
 * What was kept of a chat. Where nothing of it is loaded, its log stands again where it stood then,
 * and what is known to have happened since is a gap, which the changes close like any other; where
 * something is, it is a page like any other. So nothing that was kept ever contradicts the log.
 */
export function adoptKept(state: ClientState, { chat, messages, people }: KeptChat): ClientState {
  const strangers = people.filter(({ id }) => !state.people.has(id));
  const told = adoptChat(meet(state, strangers), chat);
  return inChat(told, chat.id, (known) => {
    const log = known.log.ranges.length > 0 ? known.log : reopened(known.log, chat);
    const isTooOld = chat.headRev < log.floorRev;
    // What I have hidden since then is asked for again.
    const hides = Math.min(log.hides, chat.hides ?? 0);
    const whole = isTooOld ? log : { ...load(log, messages), hides };
    return drain({ ...known, log: whole, marks: settle(known.marks, whole, state.me) }, state.me);
  });
}

function reopened(known: ChatLog, { id, headSeq: seq, headRev: rev }: Chat): ChatLog {
  const then = jumpTo(emptyLog(id), { seq, rev });
  const { held, visibleFromSeq, hides, serverHides } = known;
  const noted = { ...noteHead(then, known.serverHead), held, hides, serverHides };
  const log = startFrom(noted, visibleFromSeq);
  return hide(log, [...known.hiddenSeqs]);
}
