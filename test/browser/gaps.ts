import type { Locator } from '@playwright/test';

/** What was wrong with a picture so far, each once. */
interface Watched {
  readonly gaps: Set<string>;
}

/** From now on it is noted when this picture is not there, stands on nothing, or is black. */
export async function watchForGaps(picture: Locator): Promise<void> {
  await picture.evaluate((element) => {
    const video = element as HTMLVideoElement;
    const gaps = new Set<string>();
    Object.assign(video, { gaps } satisfies Watched);
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [32, 24];
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    for (const event of ['emptied', 'ended', 'pause', 'error'])
      video.addEventListener(event, () => gaps.add(event));
    const look = () => {
      const [track, ...others] = (video.srcObject as MediaStream).getVideoTracks();
      if (track?.readyState !== 'live') gaps.add('no live track');
      if (others.length > 0) gaps.add('two tracks');
      if (!video.isConnected) gaps.add('gone');
      if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) gaps.add('no frame');
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      if (!data.some((value, at) => at % 4 < 3 && value > 60)) gaps.add('black');
      requestAnimationFrame(look);
    };
    look();
  });
}

/** What was noted; of another picture than the one that was watched, that it is another. */
export function gapsOf(picture: Locator): Promise<string[]> {
  return picture.evaluate((element) => [
    ...((element as Partial<Watched> & Element).gaps ?? ['another picture']),
  ]);
}
