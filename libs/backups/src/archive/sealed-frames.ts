import { createHash, randomBytes } from 'node:crypto';
import { chainSeal, secretSeal, type Seal } from './seals.js';
import { BadArchive, ByteReader } from './byte-reader.js';

const magic = Buffer.from('PARLEY-BACKUP 1\n');

/** Bytes of one frame, at most. */
const frameBytes = 256 * 1024;

/** Of the length of a frame: it is the last one. */
const lastFlag = 0x8000_0000;

/** What stands, readable for everybody, at the beginning of an archive. */
interface Preamble {
  /** When it was begun: ISO 8601. */
  readonly createdAt: string;
  readonly cipher: 'none' | 'aes-256-gcm';
  /** Of `scrypt`, with which a passphrase becomes a key; base64. */
  readonly salt?: string;
}

/**
 * An archive as it is stored: frames, each sealed with its place and with whether it is the last,
 * so that nothing can be changed, moved or cut off unnoticed. With a passphrase nobody without it
 * reads them (AES-256-GCM, key by scrypt); without one the seal shows damage only.
 */
export async function* sealedFrames(
  content: AsyncIterable<Buffer>,
  createdAt: Date,
  passphrase?: string,
): AsyncGenerator<Buffer> {
  const preamble: Preamble = {
    createdAt: createdAt.toISOString(),
    ...(passphrase === undefined
      ? { cipher: 'none' as const }
      : { cipher: 'aes-256-gcm' as const, salt: randomBytes(32).toString('base64') }),
  };
  const written = Buffer.from(JSON.stringify(preamble));
  yield Buffer.concat([magic, lengthOf(written.length), written]);
  const seal = await sealOf(preamble, written, passphrase);
  let waiting: Buffer | undefined;
  for await (const body of framesOf(content)) {
    if (waiting) yield frame(seal, waiting, false);
    waiting = body;
  }
  yield frame(seal, waiting ?? Buffer.alloc(0), true);
}

/** The content again. Throws `BadArchive`, in words, before it passes on what is not right. */
export async function* openedFrames(
  archive: AsyncIterable<Buffer>,
  passphrase?: string,
): AsyncGenerator<Buffer> {
  const reader = new ByteReader(archive);
  if (!(await reader.take(magic.length)).equals(magic))
    throw new BadArchive(
      'This is not a backup of Parley, or not of a release that this one reads.',
    );
  const written = await reader.take(await lengthAt(reader, 4096));
  const preamble = preambleOf(written);
  // Else whoever can write the file could put one of their own in its place.
  if (preamble.cipher === 'none' && passphrase !== undefined) {
    throw new BadArchive(
      'This backup is not encrypted, so no passphrase shows who has made it: give none if you trust it.',
    );
  }
  const seal = await sealOf(preamble, written, passphrase);
  for (let isLast = false; !isLast;) {
    const length = (await reader.take(4)).readUInt32BE();
    isLast = length >= lastFlag;
    const size = isLast ? length - lastFlag : length;
    if (size > frameBytes) throw new BadArchive();
    const body = await reader.take(size);
    yield seal.open(body, await reader.take(seal.tagBytes), isLast);
  }
  if (!(await reader.isAtEnd())) throw new BadArchive();
}

function frame(seal: Seal, body: Buffer, isLast: boolean): Buffer {
  const { bytes, tag } = seal.close(body, isLast);
  return Buffer.concat([lengthOf(bytes.length + (isLast ? lastFlag : 0)), bytes, tag]);
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

async function lengthAt(reader: ByteReader, most: number): Promise<number> {
  const length = (await reader.take(4)).readUInt32BE();
  if (length > most) throw new BadArchive();
  return length;
}

function preambleOf(written: Buffer): Preamble {
  try {
    return JSON.parse(written.toString()) as Preamble;
  } catch {
    // Nobody has written this.
    throw new BadArchive();
  }
}

async function sealOf(
  { cipher, salt }: Preamble,
  written: Buffer,
  passphrase: string | undefined,
): Promise<Seal> {
  const origin = createHash('sha256').update(written).digest();
  if (cipher === 'none') return chainSeal(origin);
  if (passphrase === undefined) {
    throw new BadArchive('This backup is encrypted: give its passphrase (`--passphrase-file`).');
  }
  return secretSeal(origin, passphrase, Buffer.from(salt ?? '', 'base64'));
}

/** The same bytes, in pieces that are as large as a frame may be. */
async function* framesOf(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    for (let at = 0; at < chunk.length;) {
      const part = chunk.subarray(at, at + frameBytes - size);
      parts.push(part);
      size += part.length;
      at += part.length;
      if (size < frameBytes) continue;
      yield Buffer.concat(parts);
      [parts, size] = [[], 0];
    }
  }
  if (size > 0) yield Buffer.concat(parts);
}
