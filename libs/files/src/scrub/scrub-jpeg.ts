import type { ByteSource } from './byte-source.js';
import { exifMark, onlyOrientation, orientationOf } from './orientation.js';

/** A picture has some dozens. What has more is made to cost us time, and told as it is. */
const maxSegments = 10_000;

const startOfScan = 0xda;
const endOfImage = 0xd9;
const exifSegment = 0xe1;
const comment = 0xfe;

/** Of segments for applications those that say how the picture looks. */
const kept: readonly (readonly [number, string])[] = [
  [0xe0, 'JFIF\0'],
  [0xe2, 'ICC_PROFILE\0'],
  [0xee, 'Adobe'],
];

/**
 * A JPEG without what is not the picture: of its metadata only the orientation is left, and of what
 * follows its end, where telephones put films and further pictures with metadata of their own,
 * nothing. What is no JPEG is passed on from there as it is.
 */
export async function* scrubJpeg(bytes: ByteSource): AsyncGenerator<Buffer> {
  yield await bytes.take(2);
  for (let segments = 0; segments < maxSegments; segments++) {
    const marker = await markerOf(bytes);
    if (marker === undefined) break;
    if (marker === endOfImage) {
      yield Buffer.of(0xff, marker);
      await bytes.drop();
      return;
    }
    if (standsAlone(marker)) {
      yield Buffer.of(0xff, marker);
      continue;
    }
    const length = await bytes.take(2);
    if (length.length < 2 || length.readUInt16BE() < 2) {
      yield Buffer.concat([Buffer.of(0xff, marker), length]);
      break;
    }
    yield scrubbed(marker, await bytes.take(length.readUInt16BE() - 2), length);
    if (marker === startOfScan) yield* scan(bytes);
  }
  yield* bytes.rest();
}

/** The code of the next marker; undefined where there is none, which is then not read. */
async function markerOf(bytes: ByteSource): Promise<number | undefined> {
  const start = await bytes.take(2);
  if (start.length < 2 || start[0] !== 0xff) {
    bytes.putBack(start);
    return undefined;
  }
  // Any number of these may stand before it.
  let code = start[1]!;
  while (code === 0xff) {
    const next = await bytes.take(1);
    if (next.length === 0) return undefined;
    code = next[0]!;
  }
  return code;
}

const standsAlone = (marker: number): boolean =>
  marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);

function scrubbed(marker: number, body: Buffer, length: Buffer): Buffer {
  const isForApplications = (marker >= 0xe0 && marker <= 0xef) || marker === comment;
  const isKept = kept.some(([code, name]) => code === marker && startsWith(body, name));
  if (!isForApplications || isKept) return Buffer.concat([Buffer.of(0xff, marker), length, body]);
  if (marker !== exifSegment || !body.subarray(0, 6).equals(exifMark)) return Buffer.alloc(0);
  const orientation = orientationOf(body.subarray(6));
  if (orientation === undefined) return Buffer.alloc(0);
  const tiff = onlyOrientation(orientation);
  const size = Buffer.alloc(2);
  size.writeUInt16BE(2 + exifMark.length + tiff.length);
  return Buffer.concat([Buffer.of(0xff, exifSegment), size, exifMark, tiff]);
}

const startsWith = (body: Buffer, name: string): boolean =>
  body.toString('latin1', 0, name.length) === name;

/** Pixels, until the next marker that ends them. */
async function* scan(bytes: ByteSource): AsyncGenerator<Buffer> {
  for (let chunk = await bytes.chunk(); chunk; chunk = await bytes.chunk()) {
    const end = endOfScan(chunk);
    if (end === undefined) {
      yield chunk;
      continue;
    }
    if (end > 0) yield chunk.subarray(0, end);
    const tail = chunk.subarray(end);
    if (tail.length > 1) {
      bytes.putBack(tail);
      return;
    }
    // The last byte is half of something.
    const next = await bytes.chunk();
    if (!next) {
      yield tail;
      return;
    }
    bytes.putBack(isEnd(next[0]!) ? Buffer.concat([tail, next]) : next);
    if (isEnd(next[0]!)) return;
    yield tail;
  }
}

/** Where a marker begins that ends pixels, or the half of one at the end. */
function endOfScan(chunk: Buffer): number | undefined {
  for (let at = chunk.indexOf(0xff); at >= 0; at = chunk.indexOf(0xff, at + 1))
    if (at === chunk.length - 1 || isEnd(chunk[at + 1]!)) return at;
  return undefined;
}

/** What follows `0xff`; not: it stands for itself, is filled up, or begins more pixels. */
const isEnd = (code: number): boolean =>
  code !== 0x00 && code !== 0xff && (code < 0xd0 || code > 0xd7);
