import { Injectable } from '@nestjs/common';
import type { PlaceId } from './places.js';

const maxBytes = 32 * 2 ** 20;

/** What an entry takes besides its bytes, about. */
const entryBytes = 300;

interface KnownPlace {
  readonly seals: number;
  readonly bytes: Uint8Array;
}

/**
 * Places as this process last read them: most of what is said is old, and its places stay as they
 * are, while one who types asks for the same ones with every letter. `seals`: how often something
 * was put into their window, by which one knows that they are up to date. A place that there is not
 * is known, too, as an empty one. The longest unused go first.
 */
@Injectable()
export class KnownPlaces {
  readonly #places = new Map<PlaceId, KnownPlace>();
  #bytes = 0;

  get(id: PlaceId, seals: number | undefined): Uint8Array | undefined {
    const place = this.#places.get(id);
    if (!place || place.seals !== seals) return undefined;
    this.#places.delete(id);
    this.#places.set(id, place);
    return place.bytes;
  }

  set(id: PlaceId, seals: number | undefined, bytes: Uint8Array): void {
    if (seals === undefined) return;
    this.#drop(id);
    // A copy: what the driver gives is part of a whole answer, and would keep all of it.
    this.#places.set(id, { seals, bytes: Buffer.from(bytes) });
    this.#bytes += bytes.length + entryBytes;
    while (this.#bytes > maxBytes) this.#drop(this.#places.keys().next().value!);
  }

  #drop(id: PlaceId): void {
    const place = this.#places.get(id);
    if (!place) return;
    this.#places.delete(id);
    this.#bytes -= place.bytes.length + entryBytes;
  }
}
