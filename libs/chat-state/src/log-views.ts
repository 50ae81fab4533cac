import type { Message } from '@app/contracts';
import type { ChatLog } from './chat-log.js';
import { rangeAt } from './seq-ranges.js';

/** The changes that are missing: those after `afterRev`, before `beforeRev`. */
export interface Gap {
  readonly afterRev: number;
  readonly beforeRev: number;
}

/**
 * What is missing in front of the held changes, or up to the end that the server has told of;
 * `null` when nothing is. While there is a gap, ask for the changes.
 */
export function gapOf(log: ChatLog): Gap | null {
  if (log.rev === null) return null;
  if (log.held.size > 0) return { afterRev: log.rev, beforeRev: Math.min(...log.held.keys()) };
  const { rev } = log.serverHead;
  return rev > log.rev ? { afterRev: log.rev, beforeRev: rev + 1 } : null;
}

/** Whether I have deleted something for myself, elsewhere, of which this log does not know yet. */
export function lacksHides(log: ChatLog): boolean {
  return log.serverHides > log.hides;
}

/**
 * The loaded messages around `seq` (default: the end of the log), oldest first, without holes.
 * Empty when `seq` is not loaded.
 */
export function windowOf(log: ChatLog, seq = log.headSeq): readonly Message[] {
  const range = rangeAt(log.ranges, seq);
  const window: Message[] = [];
  if (!range) return window;
  for (let at = range.from; at <= Math.min(range.to, log.headSeq); at++) {
    const message = log.messages.get(at);
    if (message) window.push(message);
  }
  return window;
}

/** Every slot up to this seq is known of: loaded, or there to be loaded. 0: nothing is known. */
export function completeTo(log: ChatLog | null): number {
  return log && log.rev !== null ? log.headSeq : 0;
}
