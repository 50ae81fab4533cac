import type { Term } from '../search-index.js';
import { ByteReader, ByteWriter } from './bytes.js';

/** Which slots hold which terms, and when they were sent; either may be left empty. */
export interface Segment {
  /** `Map<seq, ms since 1970>`. */
  readonly times: Map<number, number>;
  /** `Map<term, seqs>`. */
  readonly slots: Map<string, Set<number>>;
}

export const emptySegment = (): Segment => ({ times: new Map(), slots: new Map() });

/** The terms of each slot: a segment read the other way round. */
export function termsBySlot({ slots }: Segment): Map<number, Set<string>> {
  const terms = new Map<number, Set<string>>();
  for (const [term, seqs] of slots) {
    for (const seq of seqs) {
      const ofSlot = terms.get(seq);
      if (ofSlot) ofSlot.add(term);
      else terms.set(seq, new Set([term]));
    }
  }
  return terms;
}

/** True where something has changed by it. */
export function addTerm({ slots }: Segment, term: string, seq: number): boolean {
  const seqs = slots.get(term);
  if (seqs?.has(seq)) return false;
  if (seqs) seqs.add(seq);
  else slots.set(term, new Set([seq]));
  return true;
}

/** True where something has changed by it. */
export function removeTerm({ slots }: Segment, term: string, seq: number): boolean {
  const seqs = slots.get(term);
  if (!seqs?.delete(seq)) return false;
  if (seqs.size === 0) slots.delete(term);
  return true;
}

/**
 * As it is stored: numbers as differences, terms by their bytes, the slots of a term behind their
 * length, so that who looks for one term jumps over all others.
 */
export function encodeSegment({ times, slots }: Segment): Buffer {
  const writer = new ByteWriter();
  const inner = new ByteWriter();
  const bySeq = [...times].sort(([one], [two]) => one - two);
  writer.number(bySeq.length);
  let [lastSeq, lastMs] = [0, 0];
  for (const [seq, ms] of bySeq) {
    writer.number(seq - lastSeq);
    writer.number(zigzag(ms - lastMs));
    [lastSeq, lastMs] = [seq, ms];
  }
  for (const [term, seqs] of slots) {
    writer.block(Buffer.from(term));
    let last = 0;
    for (const seq of [...seqs].sort(ascending)) {
      inner.number(seq - last);
      last = seq;
    }
    writer.block(inner.take());
  }
  return writer.take();
}

export function decodeSegment(bytes: Uint8Array): Segment {
  const reader = new ByteReader(bytes);
  const times = readTimes(reader);
  const slots = new Map<string, Set<number>>();
  while (!reader.isDone) {
    const term = textOf(reader.block());
    slots.set(term, new Set(seqsOf(reader.block())));
  }
  return { times, slots };
}

export const decodeTimes = (bytes: Uint8Array): Map<number, number> =>
  readTimes(new ByteReader(bytes));

/** Calls `met` for each slot that holds the term; without a decoding of any other term. */
export function lookUp(
  bytes: Uint8Array,
  { term, isPrefix }: Term,
  met: (seq: number, isExact: boolean) => void,
): void {
  const sought = Buffer.from(term);
  // Most parts that are looked into hold nothing of it: that is found out many times as fast.
  if (!asBuffer(bytes).includes(sought)) return;
  const reader = new ByteReader(bytes);
  skipTimes(reader);
  while (!reader.isDone) {
    const length = reader.number();
    const isMet = length >= sought.length && reader.isNext(sought);
    const isExact = isMet && length === sought.length;
    reader.skip(length);
    if (isExact || (isMet && isPrefix)) for (const seq of seqsOf(reader.block())) met(seq, isExact);
    else reader.skip(reader.number());
  }
}

function* seqsOf(bytes: Uint8Array): Generator<number> {
  const reader = new ByteReader(bytes);
  let seq = 0;
  while (!reader.isDone) yield (seq += reader.number());
}

function readTimes(reader: ByteReader): Map<number, number> {
  const times = new Map<number, number>();
  let [seq, ms] = [0, 0];
  for (let left = reader.number(); left > 0; left--) {
    seq += reader.number();
    ms += unzigzag(reader.number());
    times.set(seq, ms);
  }
  return times;
}

function skipTimes(reader: ByteReader): void {
  for (let left = 2 * reader.number(); left > 0; left--) reader.number();
}

const asBuffer = ({ buffer, byteOffset, length }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, length);
const textOf = (bytes: Uint8Array) => asBuffer(bytes).toString();
const ascending = (one: number, two: number) => one - two;
/** A difference of times may be negative: clocks of processes differ. */
const zigzag = (value: number) => (value < 0 ? -2 * value - 1 : 2 * value);
const unzigzag = (value: number) => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);
