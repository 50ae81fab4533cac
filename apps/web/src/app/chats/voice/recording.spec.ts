import { isFull, MOST_MS, newRecording, step, type RecordingEvent } from './recording';

const after = (...events: readonly RecordingEvent[]) => events.reduce(step, newRecording(true));
const opened = { kind: 'opened', atMs: 1000 } as const;
const heard = (atMs: number): RecordingEvent => ({ kind: 'heard', atMs, level: 0.1 });

describe('step', () => {
  it('counts from when the microphone is open, not from when it was asked for', () => {
    expect(after().phase).toBe('asking');
    const { phase, recordedMs } = after(opened, heard(3500));
    expect([phase, recordedMs]).toEqual(['recording', 2500]);
  });

  it('does not count while it is paused', () => {
    const paused = after(opened, heard(2000), { kind: 'paused', atMs: 2500 });
    expect([paused.phase, paused.recordedMs]).toEqual(['paused', 1500]);
    expect(step(paused, heard(9000))).toBe(paused);
    const on = [{ kind: 'resumed', atMs: 10_000 } as const, heard(10_700)].reduce(step, paused);
    expect([on.phase, on.recordedMs]).toEqual(['recording', 2200]);
    expect(step(on, { kind: 'ended', atMs: 11_000 }).recordedMs).toBe(2500);
    expect(step(paused, { kind: 'ended', atMs: 99_000 }).recordedMs).toBe(1500);
  });

  it('goes on without a hand once it is freed, or paused', () => {
    expect(after().isHeld).toBe(true);
    expect(after({ kind: 'freed' }, opened).isHeld).toBe(false);
    expect(after(opened, { kind: 'paused', atMs: 1200 }).isHeld).toBe(false);
  });

  it('ends once', () => {
    const over = after(opened, { kind: 'ended', atMs: 4000 });
    expect([over.phase, over.recordedMs, over.isHeld]).toEqual(['ending', 3000, false]);
    for (const event of [opened, heard(9000), { kind: 'ended', atMs: 9000 }] as const)
      expect(step(over, event)).toBe(over);
    expect(step(over, { kind: 'resumed', atMs: 9000 })).toBe(over);
  });

  it('is full after the longest time that a message may last', () => {
    expect(isFull(after(opened, heard(1000 + MOST_MS - 1)))).toBe(false);
    expect(isFull(after(opened, heard(1000 + MOST_MS)))).toBe(true);
    const rest = { kind: 'paused', atMs: 61_000 } as const;
    const on = { kind: 'resumed', atMs: MOST_MS } as const;
    expect(isFull(after(opened, rest, on, heard(MOST_MS + 1000)))).toBe(false);
  });
});
