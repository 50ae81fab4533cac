import type { IndexStep, SearchScope } from '../search-index.js';
import { windowOf } from './places.js';
import type { SearchChat } from './search-chats.repository.js';
import { addTerm, decodeSegment, emptySegment, encodeSegment, type Segment } from './segment.js';
import { spanOfTimes, spansWith, type Span } from './spans.js';
import type { Tail } from './tail.js';
import type { SearchWindow } from './window-reader.js';

/** Slots that wait in the tail before they are put into places. */
const fullTail = 128;

/** A window, and when its slots were sent. */
export interface TimedWindow extends SearchWindow, Span {}

/** The chat after a step. What is gone is sealed at once, so that nothing of it is kept. */
export function nextChat(chat: SearchChat | undefined, step: IndexStep): SearchChat {
  const tail = chat ? decodeSegment(chat.tail) : emptySegment();
  const sealedSeq = chat?.sealedSeq ?? 0;
  const entries = step.entries.filter(
    ({ seq, terms }) => terms.length > 0 || seq <= sealedSeq || tail.times.has(seq),
  );
  drop(tail, new Set(entries.map(({ seq }) => seq)));
  for (const { seq, atMs, terms } of entries) {
    if (terms.length === 0 && seq > sealedSeq) tail.times.delete(seq);
    else tail.times.set(seq, atMs);
    for (const term of terms) addTerm(tail, term, seq);
  }
  const takesOut = entries.some(({ seq, terms }) => terms.length === 0 && seq <= sealedSeq);
  return {
    id: step.chatId,
    rev: step.toRev,
    version: (chat?.version ?? 0) + 1,
    sealedSeq,
    isSealing: takesOut || tail.times.size >= fullTail,
    spans: chat?.spans ?? [],
    seals: chat?.seals ?? [],
    tailSpan: spanOfTimes(tail.times),
    tail: encodeSegment(tail),
  };
}

/** The chat once its tail is in places. */
export function sealedChat(chat: SearchChat): SearchChat {
  const { times } = decodeSegment(chat.tail);
  return {
    ...chat,
    version: chat.version + 1,
    sealedSeq: Math.max(chat.sealedSeq, ...times.keys()),
    isSealing: false,
    spans: spansWith(chat.spans, times),
    seals: sealsWith(chat.seals ?? [], times.keys()),
    tailSpan: [],
    tail: encodeSegment(emptySegment()),
  };
}

/** Those that are in places, from the slot on that is asked for. */
export function windowsOf(
  { id: chatId, sealedSeq, spans, seals = [] }: SearchChat,
  { fromSeq }: SearchScope,
  tail: Tail,
): TimedWindow[] {
  const windows: TimedWindow[] = [];
  if (sealedSeq === 0) return windows;
  for (let window = windowOf(fromSeq); window <= windowOf(sealedSeq); window++) {
    const [fromMs, toMs] = [spans[2 * window], spans[2 * window + 1]];
    if (fromMs !== undefined && toMs !== undefined && fromMs <= toMs)
      windows.push({ chatId, window, fromSeq, tail, seals: seals[window], fromMs, toMs });
  }
  return windows;
}

/** Something of these slots was put into their windows. */
function sealsWith(seals: readonly number[], seqs: Iterable<number>): number[] {
  const result = [...seals];
  for (const window of new Set(Array.from(seqs, windowOf))) {
    while (result.length <= window) result.push(0);
    result[window]!++;
  }
  return result;
}

/** Takes the former states of some slots out. */
function drop({ slots }: Segment, seqs: ReadonlySet<number>): void {
  for (const [term, holders] of slots) {
    for (const seq of holders) if (seqs.has(seq)) holders.delete(seq);
    if (holders.size === 0) slots.delete(term);
  }
}
