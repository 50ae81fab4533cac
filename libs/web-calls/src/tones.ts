/** A part of a tone: Hz, all at once, from one second to another of each round. */
interface Note {
  readonly hertz: readonly number[];
  readonly from: number;
  readonly to: number;
}

interface Tone {
  readonly notes: readonly Note[];
  /** Seconds until it begins again. */
  readonly round: number;
  /** 0 to 1. */
  readonly volume: number;
}

/** Somebody calls. A small melody: nothing that a telephone on the table does. */
const ring: Tone = {
  notes: [
    { hertz: [659.3], from: 0, to: 0.18 },
    { hertz: [830.6], from: 0.2, to: 0.38 },
    { hertz: [987.8], from: 0.4, to: 0.75 },
    { hertz: [830.6], from: 0.9, to: 1.3 },
  ],
  round: 3,
  volume: 0.18,
};

/** It rings there: as telephones in many countries, ITU-T E.180, with a softer volume. */
const ringback: Tone = {
  notes: [{ hertz: [425], from: 0, to: 1 }],
  round: 5,
  volume: 0.06,
};

const tones = { ring, ringback } as const;
export type ToneName = keyof typeof tones;

/** Softens the edges of a note, seconds: without it they click. */
const EDGE = 0.02;

/** Only one tab of a browser rings. */
const LOCK = 'parley-ring';

/** Sounds of calls, made here: nothing has to be loaded when it rings. */
export class Tones {
  private playing: AbortController | null = null;

  /** Until `stop`, instead of what sounded before. */
  play(name: ToneName): void {
    this.stop();
    const { signal } = (this.playing = new AbortController());
    const sound = () =>
      new Promise<void>((resolve) => {
        const silence = repeat(tones[name]);
        signal.addEventListener('abort', () => {
          silence();
          resolve();
        });
      });
    const { locks } = navigator as { locks?: LockManager };
    if (!locks) return void sound();
    // Where the tab that rings is closed, the next one goes on.
    locks.request(LOCK, { signal }, sound).catch((error: unknown) => {
      // AbortError: it was over before it was its turn.
      if (!signal.aborted) throw error;
    });
  }

  stop(): void {
    this.playing?.abort();
    this.playing = null;
  }
}

/** A page that nobody has touched yet may make no sound: then it is silent. */
function repeat(tone: Tone): () => void {
  const context = new AudioContext();
  let at = context.currentTime + EDGE;
  const round = () => {
    for (const note of tone.notes) sound(context, note, at, tone.volume);
    at += tone.round;
  };
  round();
  const timer = setInterval(round, tone.round * 1000);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}

function sound(context: AudioContext, note: Note, at: number, volume: number): void {
  const gain = context.createGain();
  const [from, to] = [at + note.from, at + note.to];
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(volume / note.hertz.length, from + EDGE);
  gain.gain.setValueAtTime(volume / note.hertz.length, to - EDGE);
  gain.gain.linearRampToValueAtTime(0, to);
  gain.connect(context.destination);
  for (const hertz of note.hertz) {
    const oscillator = new OscillatorNode(context, { frequency: hertz });
    oscillator.connect(gain);
    oscillator.start(from);
    oscillator.stop(to);
  }
}
