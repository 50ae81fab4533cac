import { boxAt, maxBoxes, type Box } from './boxes.js';
import type { PatchedFile } from './in-place.js';
import { onlyOrientation, orientationOf, tiffOf } from './orientation.js';

/** Bytes of the table of contents that are looked at. */
const maxTable = 4 * 1024 * 1024;

/** Bytes of EXIF that are looked at for the orientation. */
const maxMetadata = 1024 * 1024;

interface Extent {
  readonly at: number;
  readonly bytes: number;
}

/**
 * Overwrites the metadata of a HEIC or AVIF: of EXIF the orientation is left, in front of zeros,
 * and all XMP becomes blanks. What is no such file is left as it is.
 */
export async function scrubHeif(file: PatchedFile): Promise<void> {
  for (const box of await file.boxes(0, file.size)) {
    // Behind the id that says what it is.
    if (box.type === 'uuid') await file.fill(box.start + 16, box.end - box.start - 16, 0);
    if (box.type !== 'meta' || box.end - box.start > maxTable) continue;
    const table = new ItemTable(await file.read(box.start, box.end - box.start), box.start);
    for (const { type, extents } of table.metadata())
      for (const extent of extents) await blank(file, type, extent);
  }
}

async function blank(file: PatchedFile, type: string, { at, bytes }: Extent): Promise<void> {
  if (type !== 'Exif') {
    await file.fill(at, bytes, 0x20);
    return;
  }
  const exif = await file.read(at, Math.min(bytes, maxMetadata));
  await file.fill(at, bytes, 0);
  if (exif.length < 30) return;
  // Four bytes say where the TIFF form begins behind them: from now on at once.
  const start = Math.min(4 + exif.readUInt32BE(), exif.length);
  const orientation = orientationOf(tiffOf(exif.subarray(start))) ?? 1;
  await file.write(at + 4, onlyOrientation(orientation));
}

/** The table of contents: which items there are, and where. */
class ItemTable {
  readonly #boxes: readonly Box[];

  /** `bytes`: what is in the box, which begins at `offset`. */
  constructor(
    private readonly bytes: Buffer,
    private readonly offset: number,
  ) {
    // Behind version and flags.
    this.#boxes = this.#boxesIn(offset + 4, offset + bytes.length);
  }

  /** Items that are no pictures. */
  metadata(): { readonly type: string; readonly extents: readonly Extent[] }[] {
    const places = this.#places();
    return this.#items()
      .filter(({ type }) => type === 'Exif' || type === 'mime')
      .map(({ id, type }) => ({ type, extents: places.get(id) ?? [] }));
  }

  #boxesIn(start: number, end: number): Box[] {
    const boxes: Box[] = [];
    let at = start;
    while (at < end && boxes.length < maxBoxes) {
      const box = boxAt(this.bytes, at - this.offset, this.offset, end);
      if (!box) break;
      boxes.push(box);
      at = box.end;
    }
    return boxes;
  }

  #fieldsOf(type: string): Fields | undefined {
    const box = this.#boxes.find((one) => one.type === type);
    return box && this.#fields(box);
  }

  #fields({ start, end }: Box): Fields {
    return new Fields(this.bytes.subarray(start - this.offset, end - this.offset));
  }

  #items(): { readonly id: number; readonly type: string }[] {
    const box = this.#boxes.find(({ type }) => type === 'iinf');
    if (!box) return [];
    const version = this.#fields(box).number(1);
    const first = box.start + 4 + (version === 0 ? 2 : 4);
    return this.#boxesIn(first, box.end)
      .filter(({ type }) => type === 'infe')
      .map((entry) => {
        const fields = this.#fields(entry);
        const long = fields.number(1) >= 3;
        fields.number(3);
        const id = fields.number(long ? 4 : 2);
        fields.number(2);
        return { id, type: fields.text(4) };
      });
  }

  /** `Map<id of an item, where it is in the file>`. */
  #places(): Map<number, Extent[]> {
    const fields = this.#fieldsOf('iloc');
    const places = new Map<number, Extent[]>();
    let left = maxBoxes;
    if (!fields) return places;
    const version = fields.number(1);
    fields.number(3);
    const sizes = fields.number(2);
    const [offsetSize, lengthSize, baseSize, indexSize] = [12, 8, 4, 0].map(
      (shift) => (sizes >> shift) & 0xf,
    ) as [number, number, number, number];
    const count = Math.min(fields.number(version < 2 ? 2 : 4), maxBoxes);
    for (let n = 0; n < count && !fields.isAtEnd; n++) {
      const id = fields.number(version < 2 ? 2 : 4);
      const method = version > 0 ? fields.number(2) & 0xf : 0;
      fields.number(2);
      const base = fields.number(baseSize) + this.#startOf(method);
      const extents: Extent[] = [];
      for (let more = fields.number(2); more > 0 && left > 0; more--, left--) {
        if (version > 0) fields.number(indexSize);
        extents.push({ at: base + fields.number(offsetSize), bytes: fields.number(lengthSize) });
      }
      places.set(id, extents);
    }
    return places;
  }

  /** What offsets count from: the file, or the box with data of its own. */
  #startOf(method: number): number {
    return method === 1 ? (this.#boxes.find(({ type }) => type === 'idat')?.start ?? 0) : 0;
  }
}

/** Big-endian numbers and texts, one after the other; zeros behind the end. */
class Fields {
  #at = 0;

  constructor(private readonly bytes: Buffer) {}

  get isAtEnd(): boolean {
    return this.#at >= this.bytes.length;
  }

  /** Of so many bytes, at most 8. */
  number(size: number): number {
    let value = 0;
    for (let n = 0; n < size; n++) value = value * 256 + (this.bytes[this.#at++] ?? 0);
    return value;
  }

  text(size: number): string {
    const text = this.bytes.toString('latin1', this.#at, this.#at + size);
    this.#at += size;
    return text;
  }
}
