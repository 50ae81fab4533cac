import type { Message } from '@app/contracts';
import type { ChatLog } from './chat-log.js';
import { heedHidden, merge } from './log-steps.js';
import { rangeAt, within, withRange, type SeqRange } from './seq-ranges.js';

/** Adds loaded messages. None of them undoes an edit. */
export function load(log: ChatLog, items: readonly Message[]): ChatLog {
  // A page that was asked for before may begin with what is too old by now.
  const first = items.find(({ seq }) => seq >= log.visibleFromSeq);
  const last = items.at(-1);
  if (!first || !last) return log;
  const heeded = heedHidden(log, items);
  const ranges = withRange(log.ranges, { from: first.seq, to: last.seq });
  return { ...heeded, ranges, messages: merge(heeded, items) };
}

/**
 * Lets go of what is loaded outside of these ranges, as if it had never been. A page that was asked
 * for before may be older than an edit that is forgotten with it: hence the floor.
 */
export function letGo(log: ChatLog, kept: readonly SeqRange[]): ChatLog {
  const ranges = within(log.ranges, kept);
  const messages = new Map([...log.messages].filter(([seq]) => rangeAt(ranges, seq) !== null));
  return { ...log, ranges, messages, floorRev: log.rev ?? log.floorRev };
}

/** The slots that changed, in one step; the changes up to `toRev` are in. */
export function advanceBy(log: ChatLog, items: readonly Message[], toRev: number): ChatLog {
  const fresh = items.filter((m) => m.seq > log.headSeq).map((m) => m.seq);
  const headSeq = Math.max(log.headSeq, log.visibleFromSeq - 1, ...fresh);
  const heeded = heedHidden(log, items);
  const ranges =
    headSeq > log.headSeq
      ? withRange(log.ranges, { from: log.headSeq + 1, to: headSeq })
      : log.ranges;
  return { ...heeded, rev: toRev, headSeq, ranges, messages: merge(heeded, items) };
}
