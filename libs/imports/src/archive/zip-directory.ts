import type { FileHandle } from 'node:fs/promises';
import { SourceRefused } from '../source-refused.js';

/** An entry as the directory at the end of an archive names it. */
export interface ZipEntry {
  readonly name: string;
  /** Of its content; what comes is held against it. */
  readonly sizeBytes: number;
  readonly packedBytes: number;
  readonly crc32: number;
  readonly isDeflated: boolean;
  /** Where its own header is. */
  readonly offset: number;
}

/** What an archive may be; whatever is beyond it is refused before anything is unpacked. */
export interface ZipBounds {
  readonly maxEntries: number;
  readonly maxDirectoryBytes: number;
  /** Of all contents together. */
  readonly maxContentBytes: number;
}

const signature = { end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50, entry: 0x02014b50 };

/** The end, its comment of at most 65,535 bytes, and the locator before it. */
const endBytes = 22;
const locatorBytes = 20;
const mostTailBytes = endBytes + 0xffff + locatorBytes;

const entryBytes = 46;
const in64 = 0xffffffff;

/** Deflate makes no byte of less than about a thousandth. */
const mostRatio = 1100;

/** Where the directory is, and how much of it there is. */
interface Extent {
  readonly offset: number;
  readonly bytes: number;
  readonly entries: number;
}

/**
 * Reads the directory of an archive: `Map<name, entry>`, of files alone. Refused are names that
 * lead out of a folder, names that come twice, entries that share bytes, encrypted ones, methods
 * other than stored and deflated, and sizes that no honest archive has.
 */
export async function readDirectory(
  file: FileHandle,
  bounds: ZipBounds,
): Promise<ReadonlyMap<string, ZipEntry>> {
  const { size } = await file.stat();
  const extent = await extentOf(file, size);
  const { offset, bytes, entries } = extent;
  if (entries > bounds.maxEntries || bytes > bounds.maxDirectoryBytes)
    throw new SourceRefused('archive_too_large');
  if (offset + bytes > size) throw damaged();
  const directory = await bytesOf(file, offset, bytes);
  const found = entriesOf(directory, entries);
  checkSizes(found, offset, bounds);
  return byName(found);
}

export async function bytesOf(file: FileHandle, position: number, count: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(count);
  let read = 0;
  while (read < count) {
    const { bytesRead } = await file.read(buffer, read, count - read, position + read);
    if (bytesRead === 0) throw damaged();
    read += bytesRead;
  }
  return buffer;
}

export const damaged = (file?: string): SourceRefused =>
  new SourceRefused('damaged_archive', file === undefined ? {} : { file });

async function extentOf(file: FileHandle, size: number): Promise<Extent> {
  const tailBytes = Math.min(size, mostTailBytes);
  if (tailBytes < endBytes) throw damaged();
  const tail = await bytesOf(file, size - tailBytes, tailBytes);
  const at = endIn(tail);
  const entries = tail.readUInt16LE(at + 10);
  const bytes = tail.readUInt32LE(at + 12);
  const offset = tail.readUInt32LE(at + 16);
  const hasLocator =
    at >= locatorBytes && tail.readUInt32LE(at - locatorBytes) === signature.locator64;
  if (!hasLocator) return { offset, bytes, entries };
  return extent64(file, size, longAt(tail, at - locatorBytes + 8));
}

async function extent64(file: FileHandle, size: number, position: number): Promise<Extent> {
  if (position + 56 > size) throw damaged();
  const end = await bytesOf(file, position, 56);
  if (end.readUInt32LE(0) !== signature.end64) throw damaged();
  return { entries: longAt(end, 32), bytes: longAt(end, 40), offset: longAt(end, 48) };
}

/** Where the end is: the last one whose comment ends with the archive. */
function endIn(tail: Buffer): number {
  for (let at = tail.length - endBytes; at >= 0; at--)
    if (tail.readUInt32LE(at) === signature.end && endsAt(tail, at) === tail.length) return at;
  throw damaged();
}

const endsAt = (tail: Buffer, at: number) => at + endBytes + tail.readUInt16LE(at + 20);

function entriesOf(directory: Buffer, count: number): ZipEntry[] {
  const found: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + entryBytes > directory.length || directory.readUInt32LE(at) !== signature.entry)
      throw damaged();
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((from) =>
      directory.readUInt16LE(at + from),
    ) as [number, number, number];
    const end = at + entryBytes + nameBytes + extraBytes + commentBytes;
    if (end > directory.length) throw damaged();
    const entry = entryAt(directory, at, nameBytes, extraBytes);
    // A folder has no content, and is of no use.
    if (!entry.name.endsWith('/')) found.push(entry);
    at = end;
  }
  return found;
}

function entryAt(directory: Buffer, at: number, nameBytes: number, extraBytes: number): ZipEntry {
  const nameAt = at + entryBytes;
  const name = directory.toString('utf8', nameAt, nameAt + nameBytes);
  checkName(name);
  const flags = directory.readUInt16LE(at + 8);
  const method = directory.readUInt16LE(at + 10);
  if ((flags & 0x41) !== 0) throw new SourceRefused('encrypted_entry', { file: name });
  if (method !== 0 && method !== 8) throw new SourceRefused('unknown_packing', { file: name });
  const extra = directory.subarray(nameAt + nameBytes, nameAt + nameBytes + extraBytes);
  const longs = longsIn(extra, name);
  const take = (value: number) => (value === in64 ? longs() : value);
  const sizeBytes = take(directory.readUInt32LE(at + 24));
  const packedBytes = take(directory.readUInt32LE(at + 20));
  const offset = take(directory.readUInt32LE(at + 42));
  const crc32 = directory.readUInt32LE(at + 16);
  return { name, sizeBytes, packedBytes, crc32, isDeflated: method === 8, offset };
}

/** The long values of an entry, in their order. */
function longsIn(extra: Buffer, file: string): () => number {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1)
    at += 4 + extra.readUInt16LE(at + 2);
  let next = at + 4;
  return () => {
    if (next + 8 > extra.length) throw damaged(file);
    next += 8;
    return longAt(extra, next - 8);
  };
}

function longAt(buffer: Buffer, at: number): number {
  const value = buffer.readBigUInt64LE(at);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged();
  return Number(value);
}

/** Nothing is ever written under such a name; but who made it means no good. */
function checkName(name: string): void {
  const parts = name.split('/');
  const isSafe =
    name !== '' &&
    name.length <= 1024 &&
    !/[\\\0\uFFFD]/u.test(name) &&
    !/^[A-Za-z]:/u.test(name) &&
    !name.startsWith('/') &&
    !parts.includes('..');
  if (!isSafe) throw new SourceRefused('unsafe_name', { file: name });
}

function checkSizes(found: readonly ZipEntry[], end: number, bounds: ZipBounds): void {
  let contentBytes = 0;
  let free = 0;
  for (const entry of found.toSorted((one, other) => one.offset - other.offset)) {
    const { name, sizeBytes, packedBytes, isDeflated, offset } = entry;
    // Two that share their bytes: many contents out of few.
    if (offset < free) throw damaged(name);
    free = offset + packedBytes + 30;
    if (free > end) throw damaged(name);
    const most = isDeflated ? packedBytes * mostRatio : packedBytes;
    if (sizeBytes > most) throw damaged(name);
    contentBytes += sizeBytes;
    if (contentBytes > bounds.maxContentBytes)
      throw new SourceRefused('archive_too_large', { file: name });
  }
}

function byName(found: readonly ZipEntry[]): ReadonlyMap<string, ZipEntry> {
  const names = new Map<string, ZipEntry>();
  for (const entry of found) {
    if (names.has(entry.name)) throw new SourceRefused('duplicate_entry', { file: entry.name });
    names.set(entry.name, entry);
  }
  return names;
}
