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

/** Throws as `AudioContext` does where a browser has no sound. */
export function loudnessOf(track: MediaStreamTrack): Loudness {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  const samples = new Float32Array(analyser.fftSize);
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  return {
    level() {
      analyser.getFloatTimeDomainData(samples);
      const squares = samples.reduce((sum, sample) => sum + sample * sample, 0);
      return Math.sqrt(squares / samples.length);
    },
    close: () => void context.close(),
  };
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
