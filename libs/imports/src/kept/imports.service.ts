import {
  FilesApi,
  problem,
  type Actor,
  type Done,
  type Import,
  type ImportList,
  type ImportRef,
  type ImportsApi,
  type RemoveImport,
  type StartImport,
} from '@app/contracts';
import { AuditOutbox, Clock, PermissionGate, type Deed } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ImportJobs } from './import-jobs.js';
import { ImportsRepository } from './imports.repository.js';

/** For those who may `makeBackups`. */
@Injectable()
export class ImportsService implements ImportsApi {
  constructor(
    private readonly gate: PermissionGate,
    private readonly files: FilesApi,
    private readonly imports: ImportsRepository,
    private readonly jobs: ImportJobs,
    private readonly outbox: AuditOutbox,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<ImportList> {
    await this.gate.admit(actor, 'makeBackups');
    return { items: await this.imports.all() };
  }

  async get(actor: Actor, { importId }: ImportRef): Promise<Import> {
    await this.gate.admit(actor, 'makeBackups');
    return this.#find(importId);
  }

  async start(actor: Actor, { order, origin }: StartImport): Promise<Import> {
    const by = await this.gate.admit(actor, 'makeBackups', { origin });
    const { uploadedBy, name: fileName } = await this.files.meta(by, { fileId: order.fileId });
    if (uploadedBy !== by.userId) throw problem('forbidden');
    const ordered = this.jobs.draw(by.userId, { ...order, fileName });
    const { source, isTrial } = order;
    const deed: Deed = {
      action: 'import.started',
      actor: by,
      target: { kind: 'import', id: ordered.id },
      origin,
      after: { source, isTrial, fileName },
      ...(order.reason !== undefined && { reason: order.reason }),
    };
    await this.outbox.during(deed, async () => {
      await this.imports.tidyClaim();
      if (!(await this.imports.insert(ordered))) throw problem('conflict', { field: 'state' });
      await this.jobs.order(ordered);
    });
    return this.#find(ordered.id);
  }

  async remove(actor: Actor, { importId, reason, origin }: RemoveImport): Promise<Done> {
    const by = await this.gate.admit(actor, 'makeBackups', { origin });
    const found = await this.#find(importId);
    const isPending = found.state === 'pending';
    const { source, isTrial, fileName, counts } = found;
    const deed: Deed = {
      action: isPending ? 'import.stopped' : 'import.removed',
      actor: by,
      target: { kind: 'import', id: importId },
      origin,
      before: { source, isTrial, fileName, messages: counts.messages },
      ...(reason !== undefined && { reason }),
    };
    const endedAt = this.clock.now().toISOString();
    await this.outbox.during(deed, async () => {
      if (isPending) await this.imports.end(importId, { state: 'stopped', endedAt });
      else await this.imports.remove(importId);
    });
    return {};
  }

  async #find(importId: ImportRef['importId']): Promise<Import> {
    const found = await this.imports.find(importId);
    if (!found) throw problem('not_found');
    return found;
  }
}
