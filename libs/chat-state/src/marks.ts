import type { Message, ReadState, UserId } from '@app/contracts';
import type { Change, ChatLog, Head } from './chat-log.js';
import { isMentioned } from './mentions.js';
import { covers } from './seq-ranges.js';

/** Whose client this is; `username` is what a mention of mine says. */
export interface Me {
  readonly id: UserId;
  readonly username: string;
}

/**
 * My marks in one chat and what they leave unread.
 *
 * - `counted`: changes up to this end are in the counters. May be ahead of the log: the server has
 *   counted what has not come here yet.
 * - `isExact` false: the counters are a best guess (something changed that is not loaded); ask the
 *   server for the chat again.
 */
export interface Marks {
  readonly lastReadSeq: number;
  readonly lastDeliveredSeq: number;
  readonly unread: number;
  readonly mentions: number;
  readonly counted: Head;
  readonly isExact: boolean;
}

export const noMarks: Marks = {
  lastReadSeq: 0,
  lastDeliveredSeq: 0,
  unread: 0,
  mentions: 0,
  counted: { seq: 0, rev: 0 },
  isExact: true,
};

type Numbers = Pick<ReadState, 'lastReadSeq' | 'lastDeliveredSeq' | 'unread' | 'mentions'> & {
  readonly visibleFromSeq: number;
  readonly hides?: number | undefined;
};

/**
 * One applied change. A message of others counts, a deleted or hidden one does not, one of mine
 * raises my mark. `log`: with the change in.
 */
export function countChange(marks: Marks, log: ChatLog, { rev, message }: Change, me: Me): Marks {
  if (rev <= marks.counted.rev) return marks;
  const counted = { rev, seq: Math.max(marks.counted.seq, message?.seq ?? 0) };
  if (!message) return { ...marks, counted };
  if (message.seq <= marks.counted.seq) return recount({ ...marks, counted }, log, me, message);
  if (isMine(message, me)) return readUpTo({ ...marks, counted }, message.seq, log, me);
  const { unread, mentions } = weigh(message, log, firstOf(marks, log), me);
  return {
    ...marks,
    counted,
    unread: marks.unread + unread,
    mentions: marks.mentions + mentions,
  };
}

/** Several changes in one step, whose states in between nobody told. `log`: with them in. */
export function countChanges(marks: Marks, log: ChatLog, items: readonly Message[], me: Me): Marks {
  const rev = log.rev ?? 0;
  if (rev <= marks.counted.rev) return marks;
  const fresh = items.filter((m) => m.seq > marks.counted.seq);
  const own = fresh.filter((m) => isMine(m, me)).map((m) => m.seq);
  const counted = { rev, seq: Math.max(marks.counted.seq, log.headSeq) };
  const next = { ...raised(marks, Math.max(0, ...own)), counted };
  return recount(next, log, me, null);
}

/** Numbers from the server, as of `head`. Older ones than mine only raise the marks. */
export function adoptNumbers(
  marks: Marks,
  log: ChatLog,
  numbers: Numbers,
  head: Head,
  me: Me,
): Marks {
  // Or counted before something became too old.
  const isOlder = head.rev < marks.counted.rev || numbers.visibleFromSeq < log.visibleFromSeq;
  const isSameMark = numbers.lastReadSeq === marks.lastReadSeq;
  if (isOlder && isSameMark) return raisedBy(marks, numbers);
  if (isOlder || numbers.lastReadSeq < marks.lastReadSeq)
    return recount(raisedBy(marks, numbers), log, me, null);
  const lastDeliveredSeq = Math.max(marks.lastDeliveredSeq, numbers.lastDeliveredSeq);
  const { lastReadSeq, unread, mentions, hides = 0 } = numbers;
  // Counted before I hid something that is hidden here.
  const isExact = hides >= log.hides;
  const next = { lastReadSeq, lastDeliveredSeq, unread, mentions, counted: head, isExact };
  return settle(next, log, me);
}

/**
 * `read_state` says no rev: it may have been counted before or after what is on its way here. So
 * what is loaded is counted here; else the numbers are taken, and checked later.
 */
export function adoptReadState(marks: Marks, log: ChatLog, state: ReadState, me: Me): Marks {
  const next = raisedBy(marks, state);
  if (isCovered(next, log)) return recount(next, log, me, null);
  if (state.lastReadSeq < marks.lastReadSeq) return { ...next, isExact: false };
  const { unread, mentions } = state;
  const isNews = state.lastReadSeq > marks.lastReadSeq;
  const isSame = marks.unread === unread && marks.mentions === mentions;
  return { ...next, unread, mentions, isExact: marks.isExact && !isNews && isSame };
}

/** I have read up to here. */
export function readUpTo(marks: Marks, seq: number, log: ChatLog, me: Me): Marks {
  return seq <= marks.lastReadSeq ? marks : recount(raised(marks, seq), log, me, null);
}

/** Makes a guess exact as soon as what it is about is loaded. */
export function settle(marks: Marks, log: ChatLog, me: Me): Marks {
  return marks.isExact ? marks : recount(marks, log, me, null);
}

/** Counts what is loaded; where it is not, `changed` is taken off as far as it tells. */
function recount(marks: Marks, log: ChatLog, me: Me, changed: Message | null): Marks {
  if (isCovered(marks, log)) return { ...marks, ...countLoaded(log, firstOf(marks, log), me) };
  if (!changed) return { ...marks, isExact: false };
  const isCounted = changed.seq >= firstOf(marks, log) && !log.hiddenSeqs.has(changed.seq);
  if (!isCounted || isMine(changed, me)) return marks;
  const isGone = changed.deletedAt !== undefined && changed.kind !== 'system';
  const unread = Math.max(0, marks.unread - (isGone ? 1 : 0));
  // Never edited: the text is what it was when it was counted.
  if (!isGone && changed.version === 1) return marks;
  // The former text is not known for sure, and with it whether it called me.
  return { ...marks, unread, mentions: Math.min(marks.mentions, unread), isExact: false };
}

/** Everything that is unread is loaded, and the log is as far as the counters. */
function isCovered(marks: Marks, log: ChatLog): boolean {
  const isLevel = log.rev !== null && log.rev >= marks.counted.rev;
  return isLevel && covers(log.ranges, firstOf(marks, log), log.headSeq);
}

/** The first slot that may be unread. */
function firstOf({ lastReadSeq }: Marks, { visibleFromSeq }: ChatLog): number {
  return Math.max(lastReadSeq + 1, visibleFromSeq);
}

function countLoaded(log: ChatLog, first: number, me: Me): Partial<Marks> {
  let [unread, mentions] = [0, 0];
  for (let seq = first; seq <= log.headSeq; seq++) {
    const message = log.messages.get(seq);
    if (!message || isMine(message, me)) continue;
    const weight = weigh(message, log, first, me);
    unread += weight.unread;
    mentions += weight.mentions;
  }
  return { unread, mentions, isExact: true };
}

function weigh(
  message: Message,
  { hiddenSeqs }: ChatLog,
  first: number,
  me: Me,
): { unread: number; mentions: number } {
  const isSaid = message.kind !== 'system' && !message.deletedAt && !hiddenSeqs.has(message.seq);
  if (!isSaid || message.seq < first) return { unread: 0, mentions: 0 };
  return { unread: 1, mentions: isMentioned(message.text, me.username) ? 1 : 0 };
}

function isMine(message: Message, me: Me): boolean {
  return message.senderId === me.id && message.kind !== 'system';
}

function raised(marks: Marks, seq: number): Marks {
  return raisedBy(marks, { lastReadSeq: seq, lastDeliveredSeq: seq });
}

function raisedBy(marks: Marks, by: { lastReadSeq: number; lastDeliveredSeq: number }): Marks {
  const lastReadSeq = Math.max(marks.lastReadSeq, by.lastReadSeq);
  const lastDeliveredSeq = Math.max(marks.lastDeliveredSeq, by.lastDeliveredSeq, lastReadSeq);
  return { ...marks, lastReadSeq, lastDeliveredSeq };
}
