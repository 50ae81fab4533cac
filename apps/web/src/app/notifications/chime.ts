import { Injectable } from '@angular/core';

/** Hz, and when, in seconds: two notes that rise. */
const notes = [
  { hertz: 659.3, from: 0.02, to: 0.16 },
  { hertz: 987.8, from: 0.14, to: 0.42 },
] as const;

const VOLUME = 0.12;
/** Softens the edges of a note, seconds: without it they click. */
const EDGE = 0.02;
const OVER_MS = 1000;

/** A short sound, made here: nothing has to be loaded for it. */
@Injectable({ providedIn: 'root' })
export class Chime {
  /** A page that nobody has touched yet may make no sound: then it is silent. */
  play(): void {
    const { userActivation } = navigator as { userActivation?: UserActivation };
    if (userActivation && !userActivation.hasBeenActive) return;
    const context = new AudioContext();
    for (const note of notes) sound(context, note);
    setTimeout(() => void context.close(), OVER_MS);
  }
}

function sound(context: AudioContext, { hertz, from, to }: (typeof notes)[number]): void {
  const gain = context.createGain();
  const at = context.currentTime;
  gain.gain.setValueAtTime(0, at + from);
  gain.gain.linearRampToValueAtTime(VOLUME, at + from + EDGE);
  gain.gain.linearRampToValueAtTime(0, at + to);
  gain.connect(context.destination);
  const oscillator = new OscillatorNode(context, { frequency: hertz });
  oscillator.connect(gain);
  oscillator.start(at + from);
  oscillator.stop(at + to);
}
