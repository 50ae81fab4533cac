import { join } from 'node:path';
import { Readable } from 'node:stream';
import { CONFIG, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { ByteSource } from './byte-source.js';
import { inPlace, type Patch } from './in-place.js';
import { scrubGif } from './scrub-gif.js';
import { scrubHeif } from './scrub-heif.js';
import { scrubJpeg } from './scrub-jpeg.js';
import { scrubMatroska } from './scrub-matroska.js';
import { scrubMovie } from './scrub-movie.js';
import { scrubPng } from './scrub-png.js';
import { scrubTiff } from './scrub-tiff.js';
import { scrubWebp } from './scrub-webp.js';

/** Where the metadata are found while the picture goes by. */
const streamed: Readonly<Record<string, (bytes: ByteSource) => AsyncGenerator<Buffer>>> = {
  'image/jpeg': scrubJpeg,
  'image/png': scrubPng,
  'image/webp': scrubWebp,
  'image/gif': scrubGif,
};

/** Where they may be anywhere, and something else says where. */
const patched: Readonly<Record<string, Patch>> = {
  'image/heic': scrubHeif,
  'image/heif': scrubHeif,
  'image/avif': scrubHeif,
  'image/tiff': scrubTiff,
  'video/mp4': scrubMovie,
  'video/quicktime': scrubMovie,
  'audio/mp4': scrubMovie,
  'video/matroska': scrubMatroska,
  'video/webm': scrubMatroska,
  'audio/webm': scrubMatroska,
};

/** Many of its parts are small: they are written together. */
const together = { objectMode: false, highWaterMark: 16_384 };

/**
 * Takes from a picture or a film what it tells besides itself: where and when it was taken, by
 * whom, and with what. Not a pixel changes, and neither do the way it is turned and its colours.
 */
@Injectable()
export class Scrubber {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'files'>) {}

  /** The same without its metadata; of another type, or where it is not asked for, as it is. */
  scrub(mime: string, content: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    const { isScrubbed, folder } = this.config.files;
    if (!isScrubbed) return content;
    const stream = streamed[mime];
    if (stream) return Readable.from(scrubStream(content, stream), together);
    const patch = patched[mime];
    return patch ? inPlace(content, join(folder, 'incoming'), patch) : content;
  }
}

async function* scrubStream(
  content: AsyncIterable<Buffer>,
  scrub: (bytes: ByteSource) => AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  const bytes = new ByteSource(content);
  try {
    for await (const piece of scrub(bytes)) if (piece.length > 0) yield piece;
  } finally {
    await bytes.close();
  }
}
