import type { PatchedFile } from './in-place.js';

/** Directories of a file, and entries of all of them, that are looked at. */
const maxDirectories = 1000;
const maxEntries = 20_000;

const xmpTag = 700;

/** What names persons, machines, times and places, or has metadata of another form. */
const told = new Set([
  ...[269, 270, 271, 272, 285, 305, 306, 315, 316, 337, 33432],
  // XMP, IPTC, Photoshop, and comments as Windows writes them.
  ...[xmpTag, 33723, 34377, 37724, 40091, 40092, 40093, 40094, 40095],
]);

/** Directories of metadata: EXIF, GPS, interoperability. */
const metadataDirectories = new Set([34665, 34853, 40965]);

/** Directories of further pictures. */
const subPictures = 330;

/** Bytes of a value, by the type of its entry. */
const typeSizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

const asciiType = 2;

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  /** Where its value is, and how many bytes it has. */
  readonly at: number;
  readonly bytes: number;
}

/** Overwrites all metadata of a TIFF. What is no TIFF is left from there as it is. */
export async function scrubTiff(file: PatchedFile): Promise<void> {
  await new TiffScrub(file).run();
}

class TiffScrub {
  readonly #seen = new Set<number>();
  #isLittle = false;
  #left = maxEntries;

  constructor(private readonly file: PatchedFile) {}

  async run(): Promise<void> {
    const head = await this.file.read(0, 8);
    if (head.length < 8) return;
    this.#isLittle = head.toString('latin1', 0, 2) === 'II';
    if (this.#short(head, 2) !== 42) return;
    let next = this.#long(head, 4);
    // Each names the next one.
    while (next > 0) next = await this.#picture(next);
  }

  /** Where the next one is; 0: nowhere. */
  async #picture(at: number): Promise<number> {
    const directory = await this.#directory(at);
    if (!directory) return 0;
    for (const entry of directory.entries) {
      if (told.has(entry.tag)) await this.#silence(entry);
      else if (metadataDirectories.has(entry.tag)) await this.#forget(entry);
      else if (entry.tag === subPictures)
        for (const place of await this.#places(entry)) await this.#picture(place);
    }
    return directory.next;
  }

  /** A text stays one, of blanks: who reads it wants its end, and that only there. */
  async #silence({ tag, type, at, bytes }: Entry): Promise<void> {
    await this.file.fill(at, bytes, type === asciiType || tag === xmpTag ? 0x20 : 0);
    if (type === asciiType) await this.file.fill(at + bytes - 1, 1, 0);
  }

  /** A directory of metadata, and all that it leads to. */
  async #forget(pointer: Entry): Promise<void> {
    for (const at of await this.#places(pointer)) {
      const directory = await this.#directory(at);
      if (!directory) continue;
      for (const entry of directory.entries) {
        if (metadataDirectories.has(entry.tag)) await this.#forget(entry);
        await this.file.fill(entry.at, entry.bytes, 0);
      }
      // It is there still, and has nothing in it.
      await this.file.fill(at, 2 + directory.entries.length * 12, 0);
    }
  }

  async #places({ at, count, bytes }: Entry): Promise<number[]> {
    const values = await this.file.read(at, Math.min(bytes, 4 * maxDirectories));
    const length = Math.min(count, Math.floor(values.length / 4));
    return Array.from({ length }, (_, n) => this.#long(values, n * 4));
  }

  async #directory(at: number) {
    if (this.#seen.has(at) || this.#seen.size >= maxDirectories) return undefined;
    this.#seen.add(at);
    const head = await this.file.read(at, 2);
    if (head.length < 2) return undefined;
    const count = Math.min(this.#short(head, 0), this.#left);
    this.#left -= count;
    const bytes = await this.file.read(at + 2, count * 12 + 4);
    const entries: Entry[] = [];
    for (let n = 0; n < count && (n + 1) * 12 <= bytes.length; n++)
      entries.push(this.#entry(bytes.subarray(n * 12, n * 12 + 12), at + 2 + n * 12));
    const next = bytes.length >= count * 12 + 4 ? this.#long(bytes, count * 12) : 0;
    return { entries, next };
  }

  #entry(bytes: Buffer, place: number): Entry {
    const type = this.#short(bytes, 2);
    const count = this.#long(bytes, 4);
    const size = (typeSizes[type] ?? 1) * count;
    // Four bytes have room in the entry itself.
    const at = size <= 4 ? place + 8 : this.#long(bytes, 8);
    return { tag: this.#short(bytes, 0), type, count, at, bytes: size };
  }

  #short(bytes: Buffer, at: number): number {
    return this.#isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
  }

  #long(bytes: Buffer, at: number): number {
    return this.#isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
  }
}
