import type { Readable } from 'node:stream';
import { problem, type ContentHash } from '@app/contracts';
import { Clock } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ContentNeeds } from './content-needs.js';
import { RemovalsRepository } from './removals.repository.js';
import { Scanner } from './scan/scanner.js';
import { StoragePort, type ByteRange, type Stored } from './storage/storage-port.js';

/** So long a removal may take, in ms: what is at it for longer has died. */
const removalMs = 30_000;

/**
 * Contents and who needs them. Several uploads may share one, and one may come while the last of
 * the others goes: so a removal says what it is about to do, looks who needs the content, removes
 * it, and takes back its word; an upload looks for that word, and for the content, after it has
 * said that it needs it. Whichever of them is first, nobody is left with a file without bytes.
 */
@Injectable()
export class Contents {
  constructor(
    private readonly storage: StoragePort,
    private readonly scanner: Scanner,
    private readonly needs: ContentNeeds,
    private readonly removals: RemovalsRepository,
    private readonly clock: Clock,
  ) {}

  /** Of somebody: as `StoragePort.put`, once the virus scanner has looked at it. */
  put(content: AsyncIterable<Buffer>): Promise<Stored> {
    return this.storage.put(content, (open) => this.scanner.check(open));
  }

  /** As `StoragePort.put`: what this server has made itself. */
  putMade(content: AsyncIterable<Buffer>): Promise<Stored> {
    return this.storage.put(content);
  }

  /** As `StoragePort.open`. */
  open(sha256: ContentHash, range?: ByteRange): Promise<Readable> {
    return this.storage.open(sha256, range);
  }

  /** For an upload that is stored: whether its content is there to stay. */
  async isKept(sha256: ContentHash): Promise<boolean> {
    const isBeingRemoved = await this.removals.isUnderWay(sha256, this.clock.now());
    return !isBeingRemoved && (await this.storage.has(sha256));
  }

  /** Removes a content unless somebody needs it. Idempotent. */
  async dropUnneeded(sha256: ContentHash): Promise<void> {
    // Without a word where it is of no use: it would turn away whoever stores the same just now.
    if (await this.needs.has(sha256)) return;
    const now = this.clock.now();
    const until = new Date(now.getTime() + removalMs);
    // Somebody is at it, and may have looked before it was no longer needed: a sweep finds it then.
    if (!(await this.removals.begin(sha256, now, until))) return;
    try {
      if (!(await this.needs.has(sha256))) await this.#removeBefore(until, sha256);
    } finally {
      await this.removals.end(sha256);
    }
  }

  async #removeBefore(until: Date, sha256: ContentHash): Promise<void> {
    // Held up for so long that another may count us as dead.
    if (this.clock.now() >= until) throw problem('service_unavailable', { service: 'storage' });
    await this.storage.remove(sha256);
  }
}
