import { DestroyRef, effect, inject, signal, untracked, type Signal } from '@angular/core';
import { loudnessOf, watchSpeaking } from '@app/web-calls';

/**
 * Whose sound is speech just now, by key. A browser without sound tells of nobody. Where effects
 * may be made.
 */
export function speakersOf<K>(
  tracks: () => ReadonlyMap<K, MediaStreamTrack>,
): Signal<ReadonlySet<K>> {
  const speaking = signal<ReadonlySet<K>>(new Set());
  const watched = new Map<K, { readonly track: MediaStreamTrack; readonly stop: () => void }>();
  const note = (key: K, isSpeaking: boolean) =>
    speaking.update((all) => {
      const others = [...all].filter((one) => one !== key);
      return new Set(isSpeaking ? [...others, key] : others);
    });
  const follow = (now: ReadonlyMap<K, MediaStreamTrack>) => {
    for (const [key, { track, stop }] of watched) {
      if (now.get(key) === track) continue;
      stop();
      watched.delete(key);
      note(key, false);
    }
    for (const [key, track] of now) {
      if (watched.has(key)) continue;
      const stop = watchSpeaking(loudnessOf(track), (isSpeaking) => note(key, isSpeaking));
      watched.set(key, { track, stop });
    }
  };
  effect(() => {
    const now = tracks();
    untracked(() => follow(now));
  });
  inject(DestroyRef).onDestroy(() => follow(new Map()));
  return speaking.asReadonly();
}
