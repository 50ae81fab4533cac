import type { PatchedFile } from './in-place.js';

/** What all of it is in. */
const segment = 0x18538067;

/** What people and telephones write into it: places, names, comments. */
const tags = 0x1254c367;

const nothing = 0xec;

/** Elements that are looked at: a film has one for each few seconds. */
const maxElements = 20_000;

/** A part of a film. */
interface Element {
  readonly id: number;
  readonly at: number;
  /** Of what is in it. */
  readonly start: number;
  /** Absent: where others of its kind begin, as in what was recorded live. */
  readonly end: number | undefined;
}

/**
 * Overwrites the tags of a Matroska film, or a WebM, with an element that says that there is
 * nothing in it. What is no such file is left as it is.
 */
export async function scrubMatroska(file: PatchedFile): Promise<void> {
  let at = 0;
  for (let looked = 0; looked < maxElements; looked++) {
    const element = elementAt(await file.read(at, 12), at);
    if (!element) return;
    const { id, start, end } = element;
    if (id === segment) {
      at = start;
      continue;
    }
    if (end === undefined || end > file.size) return;
    if (id === tags) await empty(file, element, end - element.at);
    at = end;
  }
}

async function empty(file: PatchedFile, { at }: Element, bytes: number): Promise<void> {
  const head = Buffer.alloc(bytes < 9 ? 2 : 9);
  head[0] = nothing;
  if (bytes < 9) head[1] = 0x80 | (bytes - 2);
  else head.writeBigUInt64BE((1n << 56n) | BigInt(bytes - 9), 1);
  await file.write(at, head);
  await file.fill(at + head.length, bytes - head.length, 0);
}

/** Undefined where none can be. */
function elementAt(bytes: Buffer, at: number): Element | undefined {
  const idBytes = lengthOf(bytes[0]);
  const sizeBytes = lengthOf(bytes[idBytes]);
  const start = at + idBytes + sizeBytes;
  if (idBytes > 4 || sizeBytes > 8 || bytes.length < start - at) return undefined;
  const size = bytes.subarray(idBytes, start - at);
  // Without the bit that says how long it is.
  const value = BigInt.asUintN(7 * sizeBytes, BigInt(`0x${size.toString('hex')}`));
  const isOpen = value === (1n << BigInt(7 * sizeBytes)) - 1n;
  const end = isOpen ? undefined : start + Number(value);
  return { id: bytes.readUIntBE(0, idBytes), at, start, end };
}

/** Of a number that begins by this byte: as many bytes as zeros, and one more. 9: it is none. */
const lengthOf = (first = 0): number => Math.clz32(first) - 23;
