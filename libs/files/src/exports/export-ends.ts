import { userRoom, type ExportState } from '@app/contracts';
import { Clock, CONFIG, RealtimePublisher, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Contents } from '../contents.js';
import type { KeptArchive, StoredExport } from './export.js';
import { ExportsRepository } from './exports.repository.js';

const dayMs = 24 * 3_600_000;

/** How exports come to their end, and who hears of it. */
@Injectable()
export class ExportEnds {
  constructor(
    private readonly exports: ExportsRepository,
    private readonly contents: Contents,
    private readonly publisher: RealtimePublisher,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** It takes the place of those that the person has had until now. */
  async ready(made: StoredExport, archive: KeptArchive): Promise<void> {
    const isFirst = await this.exports.end(made, { state: 'ready', archive, ...this.#dates() });
    // Another process was taken for dead, and was not: one of the two archives is enough.
    if (!isFirst) return this.contents.dropUnneeded(archive.sha256);
    for (const former of await this.exports.ofPerson(made.actor.userId))
      if (former.id < made.id) await this.remove(former);
    this.#tell(made, 'ready');
  }

  /** It is given up. */
  async fail(given: StoredExport): Promise<void> {
    if (await this.exports.end(given, { state: 'failed', ...this.#dates() }))
      this.#tell(given, 'failed');
  }

  /** With its archive. Idempotent. */
  async remove({ id, archive }: StoredExport): Promise<void> {
    await this.exports.remove(id);
    if (archive) await this.contents.dropUnneeded(archive.sha256);
  }

  #dates(): { readonly endedAt: string; readonly expiresAt: string } {
    const now = this.clock.now();
    const end = new Date(now.getTime() + this.config.files.exportDays * dayMs);
    return { endedAt: now.toISOString(), expiresAt: end.toISOString() };
  }

  #tell({ id, actor }: StoredExport, state: ExportState): void {
    this.publisher.publish(userRoom(actor.userId), 'export_ended', { id, state });
  }
}
