import { join } from 'node:path';
import sharp, { type Metadata, type Sharp } from 'sharp';
import type { PictureFormat, PictureFound, PictureOrder } from './order.js';

/** Pixels of a picture, and of all frames that are read of one that moves. */
const maxPixels = 120_000_000;

const maxFrames = 120;

/** Pixels of all frames of a preview: what would be more is not made. */
const maxMovingPixels = 40_000_000;

/** Px of the longer side of what stands in the place of a picture. */
const blurSize = 16;

/** Characters that a placeholder may take. */
const maxBlur = 400;

/** Of libvips: what reads each format, and nothing else is let near a file. */
const loaders: Readonly<Record<PictureFormat, string>> = {
  jpeg: 'VipsForeignLoadJpegFile',
  png: 'VipsForeignLoadPngFile',
  gif: 'VipsForeignLoadNsgifFile',
  webp: 'VipsForeignLoadWebpFile',
  avif: 'VipsForeignLoadHeifFile',
  tiff: 'VipsForeignLoadTiffFile',
};

/** Of what the format can move. */
const moving: ReadonlySet<PictureFormat> = new Set(['gif', 'webp']);

/**
 * Makes the ordered pictures beside the one that is given: upright, in sRGB, without any of its
 * metadata. Rejects for what is broken, too large, or of another format.
 */
export async function makePictures(order: PictureOrder, folder: string): Promise<PictureFound> {
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: [loaders[order.format]] });
  const input = join(folder, order.input);
  const metadata = await still(input).metadata();
  const { width, height } = metadata.autoOrient;
  const frames = order.motion === 'kept' ? framesOf(order.format, metadata) : 1;
  const wanted = usefulSizes(order, Math.max(width, height));
  const decoded = await decode(still(input).autoOrient(), wanted.at(-1)!, order.fit);
  const blur = await blurOf(decoded);
  const sizes = frames > 1 ? affordable(wanted, frames, metadata) : wanted;
  for (const size of sizes) {
    // One after the other: a picture at a time is what the bounds are for.
    const source = frames > 1 ? animated(input, frames) : decoded();
    await fitted(source, size, order.fit)
      .webp({ quality: 78, effort: frames > 1 ? 2 : 4 })
      .toFile(join(folder, `${size}.webp`));
  }
  return {
    width,
    height,
    ...(blur === undefined ? {} : { blur }),
    ...(frames > 1 ? { isAnimated: true as const } : {}),
    sizes,
  };
}

/** Once, as large as anything needs it: what is made of it is made of this. */
async function decode(source: Sharp, size: number, fit: PictureOrder['fit']): Promise<() => Sharp> {
  const { data, info } = await fitted(source, size, fit)
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return () => sharp(data, { raw: { width, height, channels } });
}

const still = (input: string): Sharp =>
  sharp(input, { failOn: 'error', limitInputPixels: maxPixels });

const animated = (input: string, pages: number): Sharp =>
  sharp(input, { failOn: 'error', limitInputPixels: maxPixels, pages });

function fitted(source: Sharp, size: number, fit: PictureOrder['fit']): Sharp {
  return fit === 'square'
    ? source.resize(size, size, { fit: 'cover' })
    : source.resize(size, size, { fit: 'inside', withoutEnlargement: true });
}

/** How many frames are read: as many as there are, within bounds. */
function framesOf(format: PictureFormat, { pages = 1, width, height }: Metadata): number {
  if (!moving.has(format)) return 1;
  return Math.max(1, Math.min(pages, maxFrames, Math.floor(maxPixels / (width * height))));
}

/** A larger one of what is no larger than the smaller one would be the same picture again. */
function usefulSizes({ fit, sizes }: PictureOrder, longer: number): number[] {
  return sizes.filter((_, n) => fit === 'square' || n === 0 || longer > sizes[n - 1]!);
}

/** The smallest in any case. */
function affordable(sizes: readonly number[], frames: number, picture: Metadata): number[] {
  const { width, height } = picture;
  return sizes.filter((size, n) => {
    const scale = Math.min(1, size / Math.max(width, height));
    return n === 0 || width * scale * height * scale * frames <= maxMovingPixels;
  });
}

/** Undefined where even the smallest takes too much: a picture of noise. */
async function blurOf(decoded: () => Sharp): Promise<string | undefined> {
  for (const size of [blurSize, blurSize / 2]) {
    const tiny = fitted(decoded(), size, 'inside');
    const webp = await tiny.webp({ quality: 20, alphaQuality: 20, effort: 6 }).toBuffer();
    const blur = webp.toString('base64');
    if (blur.length <= maxBlur) return blur;
  }
  return undefined;
}
