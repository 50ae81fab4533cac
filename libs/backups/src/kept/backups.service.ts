import {
  problem,
  type Actor,
  type Backup,
  type BackupList,
  type BackupsApi,
  type Done,
  type MakeBackup,
  type RemoveBackup,
} from '@app/contracts';
import { AuditOutbox, PermissionGate, type Deed } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { BackupEnds } from './backup-ends.js';
import { BackupFolder } from './backup-folder.js';
import { BackupJobs } from './backup-jobs.js';
import { BackupsRepository } from './backups.repository.js';
import { shown, type EndedBackup } from './kept-backup.js';

/** For those who may `makeBackups`. */
@Injectable()
export class BackupsService implements BackupsApi {
  constructor(
    private readonly gate: PermissionGate,
    private readonly backups: BackupsRepository,
    private readonly folder: BackupFolder,
    private readonly jobs: BackupJobs,
    private readonly ends: BackupEnds,
    private readonly outbox: AuditOutbox,
  ) {}

  async list(actor: Actor): Promise<BackupList> {
    await this.gate.admit(actor, 'makeBackups');
    const pending = await this.backups.pending();
    const ended = await Promise.all((await this.backups.ended()).map((one) => this.#seen(one)));
    const items = [...(pending ? [shown(pending)] : []), ...ended];
    return { items, willEncrypt: this.folder.isEncrypted };
  }

  async make(actor: Actor, { backup, origin }: MakeBackup): Promise<Backup> {
    const by = await this.gate.admit(actor, 'makeBackups', { origin });
    const { label, reason } = backup;
    const ordered = this.jobs.draw(by.userId, label);
    const deed: Deed = {
      action: 'backup.made',
      actor: by,
      target: { kind: 'backup', id: ordered.id },
      origin,
      after: { ...shown(ordered), isEncrypted: this.folder.isEncrypted },
      ...(reason !== undefined && { reason }),
    };
    await this.outbox.during(deed, async () => {
      if (!(await this.backups.insert(ordered))) throw underWay();
      await this.jobs.order(ordered);
    });
    return shown(ordered);
  }

  async remove(actor: Actor, { backupId, reason, origin }: RemoveBackup): Promise<Done> {
    const by = await this.gate.admit(actor, 'makeBackups', { origin });
    const found = await this.backups.find(backupId);
    if (!found) {
      const isPending = (await this.backups.pending())?.id === backupId;
      throw isPending ? underWay() : problem('not_found');
    }
    const deed: Deed = {
      action: 'backup.removed',
      actor: by,
      target: { kind: 'backup', id: backupId },
      origin,
      before: { ...shown(found) },
      ...(reason !== undefined && { reason }),
    };
    await this.outbox.during(deed, () => this.ends.remove(found));
    return {};
  }

  async #seen(backup: EndedBackup): Promise<Backup> {
    const isThere = backup.state === 'failed' || (await this.folder.has(backup.archive));
    return { ...shown(backup), ...(!isThere && { state: 'missing' as const }) };
  }
}

const underWay = () => problem('conflict', { field: 'state' });
