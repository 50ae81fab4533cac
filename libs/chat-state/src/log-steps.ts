import type { Message } from '@app/contracts';
import type { Change, ChatLog, Head } from './chat-log.js';
import { hiddenCopy } from './hidden-copy.js';
import { withRange } from './seq-ranges.js';

/** Takes the change that follows `rev`. */
export function advance(log: ChatLog, { rev, message }: Change): ChatLog {
  const next = { ...log, rev };
  if (!message) return next;
  const isNew = message.seq > log.headSeq;
  return {
    ...next,
    messages: merge(log, [message]),
    headSeq: Math.max(log.headSeq, message.seq),
    ranges: isNew ? withRange(log.ranges, { from: message.seq, to: message.seq }) : log.ranges,
  };
}

/** The held change that follows `rev`, and the log without what is past. */
export function takeHeld(log: ChatLog): { readonly log: ChatLog; readonly next: Change | null } {
  const { rev } = log;
  if (log.held.size === 0 || rev === null) return { log, next: null };
  const next = log.held.get(rev + 1) ?? null;
  const later = [...log.held].filter(([at]) => at > rev + 1);
  if (!next && later.length === log.held.size) return { log, next };
  return { log: { ...log, held: new Map(later) }, next };
}

/** Remembers the furthest end that the server has told of. */
export function noteHead(log: ChatLog, head: Head): ChatLog {
  const { seq, rev } = log.serverHead;
  if (head.rev <= rev && head.seq <= seq) return log;
  return { ...log, serverHead: { seq: Math.max(seq, head.seq), rev: Math.max(rev, head.rev) } };
}

/** Nothing of the log is loaded, and it stands at `head`: for a chat that nobody has opened. */
export function jumpTo(log: ChatLog, head: Head): ChatLog {
  const fresh = { messages: new Map(), ranges: [], floorRev: head.rev };
  return { ...noteHead(log, head), ...fresh, rev: head.rev, headSeq: head.seq };
}

/** What is before this slot is not for me, or not any more: nothing of it stays. */
export function startFrom(log: ChatLog, seq: number): ChatLog {
  if (seq <= log.visibleFromSeq) return log;
  return {
    ...log,
    visibleFromSeq: seq,
    // The slots before it are stored, whether I have heard of each of them or not.
    headSeq: Math.max(log.headSeq, seq - 1),
    messages: new Map([...log.messages].filter(([at]) => at >= seq)),
    ranges: log.ranges.flatMap(({ from, to }) =>
      to < seq ? [] : { from: Math.max(from, seq), to },
    ),
  };
}

/** I have deleted these for myself: they show nothing any more, whatever comes of them. */
export function hide(log: ChatLog, seqs: readonly number[]): ChatLog {
  const fresh = seqs.filter((seq) => !log.hiddenSeqs.has(seq));
  if (fresh.length === 0) return log;
  const messages = new Map(log.messages);
  for (const seq of fresh) {
    const message = messages.get(seq);
    if (message) messages.set(seq, hiddenCopy(message));
  }
  return { ...log, hiddenSeqs: new Set([...log.hiddenSeqs, ...fresh]), messages };
}

/** Remembers how often I have deleted something here for myself, as far as the server has told. */
export function noteHides(log: ChatLog, hides = 0): ChatLog {
  return hides > log.serverHides ? { ...log, serverHides: hides } : log;
}

/** All of my first `hides` ones are in. */
export function haveHides(log: ChatLog, hides = 0): ChatLog {
  const noted = noteHides(log, hides);
  return hides > log.hides ? { ...noted, hides } : noted;
}

/** What was fetched as hidden is hidden here as well, also where its `rev` is no news. */
export function heedHidden(log: ChatLog, items: readonly Message[]): ChatLog {
  return hide(
    log,
    items.filter((message) => message.isHidden).map((message) => message.seq),
  );
}

/** Of two copies of a slot the higher `rev` wins: nothing that comes late undoes an edit. */
export function merge(log: ChatLog, items: readonly Message[]): ChatLog['messages'] {
  const messages = new Map(log.messages);
  for (const item of items) {
    const present = messages.get(item.seq);
    if (item.seq < log.visibleFromSeq || (present?.rev ?? 0) >= item.rev) continue;
    messages.set(item.seq, log.hiddenSeqs.has(item.seq) ? hiddenCopy(item) : item);
  }
  return messages;
}
