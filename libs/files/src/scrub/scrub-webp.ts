import type { ByteSource } from './byte-source.js';
import { onlyOrientation, orientationOf, tiffOf } from './orientation.js';

/** Chunks that are the picture. */
const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

/** Of the flags of a `VP8X`: there are metadata of this kind. */
const xmpFlag = 0x04;

/** One that moves has a chunk for each frame. What has more is told as it is. */
const maxChunks = 100_000;

/** Bytes of metadata that are looked at for the orientation. */
const maxMetadata = 1024 * 1024;

/**
 * A WebP without what is not the picture, as long as before, since its beginning says how long it
 * is: of EXIF the orientation is left, in front of zeros, and what else there is becomes zeros of a
 * kind that nobody reads. Nothing of what follows its end. What is no WebP is passed on from there
 * as it is.
 */
export async function* scrubWebp(bytes: ByteSource): AsyncGenerator<Buffer> {
  const start = await bytes.take(12);
  yield start;
  const isWebp = /^RIFF[^]{4}WEBP$/.test(start.toString('latin1'));
  // Behind the word WEBP.
  let left = isWebp ? start.readUInt32LE(4) - 4 : 0;
  for (let chunks = 0; left >= 8; chunks++) {
    const head = await bytes.take(8);
    const type = head.toString('latin1', 0, 4);
    if (!/^[\x20-\x7e]{4}$/.test(type) || head.length < 8 || chunks > maxChunks) {
      yield head;
      yield* bytes.rest();
      return;
    }
    const size = head.readUInt32LE(4);
    // Each begins at an even place.
    const padded = Math.min(size + (size % 2), left - 8);
    yield* chunk(type, head, padded, bytes);
    left -= 8 + padded;
  }
  if (isWebp) await bytes.drop();
  else yield* bytes.rest();
}

async function* chunk(
  type: string,
  head: Buffer,
  size: number,
  bytes: ByteSource,
): AsyncGenerator<Buffer> {
  if (type === 'VP8X') {
    const body = await bytes.take(Math.min(size, 64));
    if (body.length > 0) body[0]! &= ~xmpFlag;
    yield Buffer.concat([head, body]);
    yield* bytes.through(size - body.length);
  } else if (kept.has(type)) {
    yield head;
    yield* bytes.through(size);
  } else if (type === 'EXIF' && size <= maxMetadata) {
    yield head;
    yield scrubbed(await bytes.take(size));
  } else {
    yield Buffer.concat([Buffer.from('JUNK'), head.subarray(4)]);
    for await (const piece of bytes.through(size)) yield Buffer.alloc(piece.length);
  }
}

function scrubbed(exif: Buffer): Buffer {
  const orientation = orientationOf(tiffOf(exif)) ?? 1;
  const empty = Buffer.alloc(exif.length);
  onlyOrientation(orientation).copy(empty);
  return empty;
}
