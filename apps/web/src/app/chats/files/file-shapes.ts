import type { MessageFile } from '@app/contracts';

/** How a file is shown: in its place as a picture, a film or a sound, or as a card. */
export type FileShape = 'picture' | 'film' | 'sound' | 'card';

export function shapeOf({ mime }: Pick<MessageFile, 'mime'>): FileShape {
  // A drawing may run code: it is kept as any document is, and never shown in place.
  if (mime.startsWith('image/') && mime !== 'image/svg+xml') return 'picture';
  if (mime.startsWith('video/')) return 'film';
  return mime.startsWith('audio/') ? 'sound' : 'card';
}

/** `0:42`, `1:02:03`. */
export function durationWords(ms: number): string {
  const all = Math.max(0, Math.round(ms / 1000));
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}
