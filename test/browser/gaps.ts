import type { Locator } from '@playwright/test';

/** What was wrong with a picture or a sound so far, each once. */
interface Watched {
  readonly gaps: Set<string>;
}

/**
 * From now on it is noted when what this element plays is not there, ends, or begins anew; and of a
 * picture, when it has no frame, or is black.
 */
export async function watchForGaps(player: Locator): Promise<void> {
  await player.evaluate((element) => {
    const media = element as HTMLMediaElement;
    const gaps = new Set<string>();
    Object.assign(media, { gaps } satisfies Watched);
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [32, 24];
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    for (const event of ['emptied', 'ended', 'pause', 'error'])
      media.addEventListener(event, () => gaps.add(event));
    const isBlack = (video: HTMLVideoElement) => {
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      return !data.some((value, at) => at % 4 < 3 && value > 60);
    };
    const look = () => {
      const [track, ...others] = (media.srcObject as MediaStream).getTracks();
      if (track?.readyState !== 'live') gaps.add('no live track');
      if (others.length > 0) gaps.add('two tracks');
      if (!media.isConnected) gaps.add('gone');
      if (media.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) gaps.add('nothing to play');
      if (media instanceof HTMLVideoElement && isBlack(media)) gaps.add('black');
      requestAnimationFrame(look);
    };
    look();
  });
}

/** What was noted; of another element than the one that was watched, that it is another. */
export function gapsOf(player: Locator): Promise<string[]> {
  return player.evaluate((element) => [
    ...((element as Partial<Watched> & Element).gaps ?? ['another element']),
  ]);
}
