import {
  anonymous,
  exportEveryMs,
  ExportId,
  problem,
  type Actor,
  type DataExport,
  type DataExportList,
  type Origin,
} from '@app/contracts';
import { AuditOutbox, Clock, IdGenerator } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ExportTransfers } from '../export-transfers.js';
import type { ReadableFile } from '../file-transfers.js';
import { ExportArchives } from './export-archives.js';
import { ExportJobs } from './export-jobs.js';
import type { StoredExport } from './export.js';
import { ExportsRepository } from './exports.repository.js';

@Injectable()
export class LocalExportTransfers extends ExportTransfers {
  constructor(
    private readonly exports: ExportsRepository,
    private readonly jobs: ExportJobs,
    private readonly archives: ExportArchives,
    private readonly outbox: AuditOutbox,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {
    super();
  }

  async order(actor: Actor, origin: Origin): Promise<DataExport> {
    const pending = await this.exports.pendingOf(actor.userId);
    if (!pending) await this.#mustBeTime(actor);
    const ordered = pending ?? (await this.#begin(actor, origin));
    await this.jobs.order(ordered);
    return this.archives.view(ordered);
  }

  async list(actor: Actor): Promise<DataExportList> {
    const mine = await this.exports.ofPerson(actor.userId);
    return { items: mine.map((one) => this.archives.view(one)) };
  }

  async open(actor: Actor | undefined, id: ExportId, origin: Origin): Promise<ReadableFile> {
    const found = await this.exports.find(id);
    const owner = found?.actor.userId;
    if (!found?.archive || (actor && actor.userId !== owner)) throw problem('not_found');
    if (!actor) await this.archives.mustOpenByLink(found);
    return this.archives.readable(found, found.archive, () =>
      this.outbox.record({
        action: 'export.fetched',
        actor: actor ?? { userId: anonymous.userId },
        target: { kind: 'user', id: owner! },
        origin,
      }),
    );
  }

  /** Each costs as much as all that somebody has, and takes the place of one that is as good. */
  async #mustBeTime({ userId }: Actor): Promise<void> {
    const mine = await this.exports.ofPerson(userId);
    const last = mine.find(({ state }) => state === 'ready');
    if (!last) return;
    const passedMs = this.clock.now().getTime() - Date.parse(last.createdAt);
    if (passedMs < exportEveryMs)
      throw problem('rate_limited', { retryAfterMs: exportEveryMs - passedMs });
  }

  /** That of another device of theirs, where that was first. */
  async #begin(actor: Actor, origin: Origin): Promise<StoredExport> {
    const id = ExportId.parse(this.ids.next());
    const begun = {
      id,
      actor,
      state: 'pending',
      createdAt: this.clock.now().toISOString(),
    } as const;
    const target = { kind: 'user', id: actor.userId } as const;
    const isMine = await this.outbox.during(
      { action: 'export.ordered', actor, target, origin },
      () => this.exports.insert(begun),
    );
    if (isMine) return begun;
    const other = await this.exports.pendingOf(actor.userId);
    // It has come to its end in this very moment.
    if (!other) throw problem('conflict', { field: 'export' });
    return other;
  }
}
