import {
  Backup,
  BackupId,
  BackupList,
  BackupsApi,
  NewBackup,
  WhyRemoved,
  type Actor,
  type Done,
  type Origin,
} from '@app/contracts';
import { CurrentActor, CurrentOrigin, EdgeController, Limit, Route } from '@app/platform';
import { Body, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { aBackup } from './backup-example.js';

const { id, label, createdBy, createdAt } = aBackup;

@EdgeController('admin/backups', 'Backups in a folder of the server, where nobody reads them here.')
export class AdminBackupsController {
  constructor(private readonly backups: BackupsApi) {}

  @Get()
  @Limit({ per: 'user', share: 1 / 5 })
  @Route({
    summary: 'List the backups in the folder of the server',
    scope: 'admin:read',
    description:
      'The newest first: the one that is made (`pending`), those that are kept, and what has failed ' +
      'lately, with why. `missing`: its file was taken away, or is cut off. `willEncrypt`: whether ' +
      'one that is ordered now will be encrypted. For workspace owners.',
    problems: ['forbidden'],
    ok: BackupList,
    example: { items: [aBackup], willEncrypt: true },
  })
  list(@CurrentActor() actor: Actor): Promise<BackupList> {
    return this.backups.list(actor, {});
  }

  @Post()
  @Limit({ per: 'user', share: 1 / 10 })
  @Route({
    summary: 'Have a backup made in the folder of the server',
    scope: 'admin:write',
    description:
      'All of the workspace, into one file, in the background and while everybody goes on; the list ' +
      'tells what came of it. It takes the place of the oldest one where as many are kept as may be. ' +
      'No route reads or restores it: it holds what administrators may not read, and whoever has the ' +
      'machine has it. `conflict`: one is being made. For workspace owners.',
    problems: ['forbidden', 'conflict'],
    ok: Backup,
    status: 202,
    example: { id, state: 'pending', label, createdBy, createdAt },
    requestExample: { label, reason: 'The server moves tonight' },
  })
  make(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Body({ schema: NewBackup }) backup: NewBackup,
  ): Promise<Backup> {
    return this.backups.make(actor, { backup, origin });
  }

  @Delete(':backupId')
  @Route({
    summary: 'Remove a backup, with its file',
    description:
      'By somebody who is signed in, and by no token. `conflict`: it is being made. For workspace ' +
      'owners.',
    problems: ['forbidden', 'not_found', 'conflict'],
  })
  remove(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('backupId', { schema: BackupId }) backupId: BackupId,
    @Query({ schema: WhyRemoved }) { reason }: WhyRemoved,
  ): Promise<Done> {
    return this.backups.remove(actor, { backupId, reason, origin });
  }
}
