import { heard, noLevels, type RecordedLevels } from './recorded-levels';

/** The longest voice message. */
export const MOST_MS = 15 * 60_000;

/**
 * What is being recorded. `asking`: the browser asks the person for the microphone, or opens it.
 * `isHeld`: as long as a button is pressed. `pastMs`: of what was recorded before the present
 * stretch, which has begun at `sinceMs` of the clock. `recordedMs`: as it was known last.
 */
export interface Recording {
  readonly phase: 'asking' | 'recording' | 'paused' | 'ending';
  readonly isHeld: boolean;
  readonly pastMs: number;
  readonly sinceMs: number;
  readonly recordedMs: number;
  readonly levels: RecordedLevels;
}

/** `atMs`: of a clock that never goes back. `freed`: it goes on without being held. */
export type RecordingEvent =
  | { readonly kind: 'opened'; readonly atMs: number }
  | { readonly kind: 'paused'; readonly atMs: number }
  | { readonly kind: 'resumed'; readonly atMs: number }
  | { readonly kind: 'ended'; readonly atMs: number }
  | { readonly kind: 'heard'; readonly atMs: number; readonly level: number }
  | { readonly kind: 'freed' };

export function newRecording(isHeld: boolean): Recording {
  const none = { pastMs: 0, sinceMs: 0, recordedMs: 0, levels: noLevels };
  return { phase: 'asking', isHeld, ...none };
}

/** What does not fit to the phase changes nothing: the same object comes back. */
export function step(recording: Recording, event: RecordingEvent): Recording {
  const { phase } = recording;
  if (event.kind === 'freed') return freed(recording);
  if (event.kind === 'opened')
    return phase === 'asking'
      ? { ...recording, phase: 'recording', sinceMs: event.atMs }
      : recording;
  if (event.kind === 'resumed')
    return phase === 'paused'
      ? { ...recording, phase: 'recording', sinceMs: event.atMs }
      : recording;
  if (event.kind === 'ended') return phase === 'ending' ? recording : ended(recording, event.atMs);
  if (phase !== 'recording') return recording;
  const recordedMs = timeOf(recording, event.atMs);
  if (event.kind === 'paused')
    return { ...recording, phase: 'paused', isHeld: false, pastMs: recordedMs, recordedMs };
  return { ...recording, recordedMs, levels: heard(recording.levels, recordedMs, event.level) };
}

/** It has to end: there is no room for more. */
export function isFull({ recordedMs }: Recording): boolean {
  return recordedMs >= MOST_MS;
}

function freed(recording: Recording): Recording {
  return recording.isHeld ? { ...recording, isHeld: false } : recording;
}

function ended(recording: Recording, atMs: number): Recording {
  const recordedMs = timeOf(recording, atMs);
  return { ...recording, phase: 'ending', isHeld: false, pastMs: recordedMs, recordedMs };
}

function timeOf({ phase, pastMs, sinceMs }: Recording, atMs: number): number {
  return phase === 'recording' ? pastMs + Math.max(0, atMs - sinceMs) : pastMs;
}
