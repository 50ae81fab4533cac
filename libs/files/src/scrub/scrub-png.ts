import { crc32 } from 'node:zlib';
import type { ByteSource } from './byte-source.js';
import { onlyOrientation, orientationOf, tiffOf } from './orientation.js';

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** Chunks that one may leave out, and that say how the picture looks, or moves. */
const kept = new Set([
  ...['tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'mDCV', 'cLLI', 'bKGD', 'hIST'],
  ...['pHYs', 'sPLT', 'acTL', 'fcTL', 'fdAT'],
]);

/** A large picture has some ten thousands. What has more is told as it is. */
const maxChunks = 200_000;

/** Bytes of metadata that are looked at for the orientation. */
const maxMetadata = 1024 * 1024;

/**
 * A PNG without what is not the picture: of its metadata only the orientation is left, and nothing
 * of what follows its end. What is no PNG is passed on from there as it is.
 */
export async function* scrubPng(bytes: ByteSource): AsyncGenerator<Buffer> {
  const start = await bytes.take(signature.length);
  yield start;
  const isPng = start.equals(signature);
  for (let chunks = 0; isPng && chunks < maxChunks; chunks++) {
    const head = await bytes.take(8);
    const type = head.toString('latin1', 4);
    if (!/^[A-Za-z]{4}$/.test(type)) {
      yield head;
      break;
    }
    // With its checksum.
    const size = head.readUInt32BE() + 4;
    if (isKept(type)) {
      yield head;
      yield* bytes.through(size);
    } else if (type === 'eXIf' && size <= maxMetadata) yield scrubbed(await bytes.take(size));
    else await bytes.drop(size);
    if (type === 'IEND') {
      await bytes.drop();
      return;
    }
  }
  yield* bytes.rest();
}

/** A capital letter says that there is no picture without it. */
const isKept = (type: string): boolean => /^[A-Z]/.test(type) || kept.has(type);

function scrubbed(exif: Buffer): Buffer {
  const orientation = orientationOf(tiffOf(exif.subarray(0, -4)));
  if (orientation === undefined) return Buffer.alloc(0);
  const tiff = onlyOrientation(orientation);
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('eXIf'), tiff, Buffer.alloc(4)]);
  chunk.writeUInt32BE(tiff.length, 0);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
  return chunk;
}
