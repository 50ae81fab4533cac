import type { ByteSource } from './byte-source.js';

/** How long a frame is seen, and words that are drawn into the picture. */
const keptLabels = new Set([0xf9, 0x01]);

const application = 0xff;

/** How often it begins anew, and its colours. */
const keptApplications = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012']);

/** A frame has two. What has more is told as it is. */
const maxBlocks = 100_000;

/**
 * A GIF without comments and what programs have left in it, as XMP, and nothing of what follows its
 * end. What is no GIF is passed on from there as it is.
 */
export async function* scrubGif(bytes: ByteSource): AsyncGenerator<Buffer> {
  const start = await bytes.take(13);
  yield start;
  const isGif = /^GIF8[79]a[^]{7}$/.test(start.toString('latin1'));
  if (isGif) yield* bytes.through(tableBytes(start[10]!));
  for (let blocks = 0; isGif && blocks < maxBlocks; blocks++) {
    const kind = await bytes.take(1);
    if (kind[0] === 0x2c) yield* frame(kind, bytes);
    else if (kind[0] === 0x21) yield* extension(kind, bytes);
    else {
      yield kind;
      if (kind[0] === 0x3b) await bytes.drop();
      break;
    }
  }
  yield* bytes.rest();
}

async function* frame(kind: Buffer, bytes: ByteSource): AsyncGenerator<Buffer> {
  const head = await bytes.take(9);
  yield Buffer.concat([kind, head]);
  // Its colours, and how its pixels are written.
  yield* bytes.through(tableBytes(head[8] ?? 0) + 1);
  yield* parts(bytes);
}

async function* extension(kind: Buffer, bytes: ByteSource): AsyncGenerator<Buffer> {
  const label = await bytes.take(1);
  const name = label[0] === application ? await bytes.take(12) : Buffer.alloc(0);
  const isKept = keptLabels.has(label[0]!) || keptApplications.has(name.toString('latin1', 1));
  if (isKept) yield Buffer.concat([kind, label]);
  if (name.length > 0) bytes.putBack(name);
  for await (const part of parts(bytes)) if (isKept) yield part;
}

/** Bytes of the colours that these flags tell of. */
const tableBytes = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Parts that begin by how long they are, up to the one that is empty; not one by one. */
async function* parts(bytes: ByteSource): AsyncGenerator<Buffer> {
  // Where the next one begins, from the beginning of a chunk.
  for (let next = 0; ;) {
    const chunk = await bytes.chunk();
    if (!chunk) return;
    while (next < chunk.length && chunk[next] !== 0) next += chunk[next]! + 1;
    if (next < chunk.length) {
      bytes.putBack(chunk.subarray(next + 1));
      yield chunk.subarray(0, next + 1);
      return;
    }
    yield chunk;
    next -= chunk.length;
  }
}
