import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  AuditApi,
  AuditPage,
  AuditQuery,
  AuditVerdict,
  type Actor,
  type Origin,
} from '@app/contracts';
import {
  CurrentActor,
  CurrentOrigin,
  EdgeController,
  Limit,
  Route,
  WhileAsked,
} from '@app/platform';
import { Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { anEntry, aVerdict } from './audit-example.js';
import { AuditWalk } from './audit-walk.js';

@EdgeController('admin/audit', 'What was done, by whom, in a log that shows when it was changed.')
export class AdminAuditController {
  constructor(
    private readonly audit: AuditApi,
    private readonly walk: AuditWalk,
  ) {}

  @Get()
  @Route({
    summary: 'List what was done by whom',
    scope: 'admin:read',
    description:
      'Administration, and who got in or did not; the newest first. For workspace owners and admins.',
    problems: ['forbidden'],
    ok: AuditPage,
    example: { items: [anEntry], page: { nextCursor: null, hasMore: false } },
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: AuditQuery }) query: AuditQuery,
  ): Promise<AuditPage> {
    return this.audit.list(actor, query);
  }

  @Get('verify')
  @Limit({ per: 'user', share: 1 / 30 })
  @Route({
    summary: 'Check that nothing in the audit log was changed',
    scope: 'admin:read',
    description:
      'Reads all of it. Every entry has the hash of the one before, so what was changed, replaced or ' +
      'removed is found; `fault` names the first. Keep `head` elsewhere: with it, an export shows ' +
      'whether somebody has written all of the log anew.',
    problems: ['forbidden'],
    ok: AuditVerdict,
    example: aVerdict,
  })
  verify(@CurrentActor() actor: Actor, @WhileAsked() asked: AbortSignal): Promise<AuditVerdict> {
    return this.walk.verify(actor, asked);
  }

  @Get('export')
  @Limit({ per: 'user', share: 1 / 30 })
  @Route({
    summary: 'Export the audit log',
    scope: 'admin:read',
    description:
      'JSON Lines (`application/x-ndjson`): an entry per line, as the list has them, the oldest ' +
      'first. `Audit-Head` has the position and the hash of the last one: a file that ends before ' +
      'that was cut off.',
    problems: ['forbidden'],
    bytes: [200],
  })
  async export(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Res() response: Response,
  ): Promise<void> {
    const { head, lines } = await this.walk.export(actor, origin);
    response.set({
      'Audit-Head': `${head.position} ${head.hash}`,
      'Content-Type': 'application/x-ndjson',
      'Content-Disposition': 'attachment; filename="audit.jsonl"',
    });
    await pipeline(Readable.from(lines), response);
  }
}
