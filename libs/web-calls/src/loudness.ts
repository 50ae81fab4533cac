/** Speech is louder than this; 0 to 1, a root mean square. A quiet room is some 0.005. */
const SPEAKS = 0.02;

/** A pause between words is shorter, ms. */
const PAUSE_MS = 600;

/** How often it is listened to, ms. */
const EVERY_MS = 100;

/** How loud a sound is, as a root mean square of its last few ms, 0 to 1. */
export interface Loudness {
  level(): number;
  close(): void;
}

/** Browsers bound how many there are: one for all, as long as somebody listens. */
let shared: { readonly context: AudioContext; listeners: number } | null = null;

/** Throws as `AudioContext` does where a browser has no sound. */
export function loudnessOf(track: MediaStreamTrack): Loudness {
  const { context } = (shared ??= { context: new AudioContext(), listeners: 0 });
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const analyser = context.createAnalyser();
  // 85 ms of 48 kHz: with less, half of what is heard between two looks would go unheard.
  analyser.fftSize = 4096;
  const samples = new Float32Array(analyser.fftSize);
  source.connect(analyser);
  shared.listeners++;
  let isClosed = false;
  return {
    level() {
      analyser.getFloatTimeDomainData(samples);
      const squares = samples.reduce((sum, sample) => sum + sample * sample, 0);
      return Math.sqrt(squares / samples.length);
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      source.disconnect();
      leave();
    },
  };
}

function leave(): void {
  if (!shared || --shared.listeners > 0) return;
  void shared.context.close();
  shared = null;
}

/** Tells when somebody begins and stops to speak, until the returned function is called. */
export function watchSpeaking(
  loudness: Loudness,
  changed: (isSpeaking: boolean) => void,
): () => void {
  let [isSpeaking, quietMs] = [false, 0];
  const timer = setInterval(() => {
    quietMs = loudness.level() >= SPEAKS ? 0 : quietMs + EVERY_MS;
    const speaks = quietMs < (isSpeaking ? PAUSE_MS : EVERY_MS);
    if (speaks === isSpeaking) return;
    isSpeaking = speaks;
    changed(speaks);
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
    loudness.close();
  };
}
