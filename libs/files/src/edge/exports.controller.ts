import {
  DataExport,
  DataExportList,
  ExportId,
  ExportQuery,
  type Actor,
  type Origin,
} from '@app/contracts';
import {
  ByLinkToo,
  CurrentActor,
  CurrentOrigin,
  EdgeController,
  Limit,
  Route,
} from '@app/platform';
import { Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ExportTransfers } from '../export-transfers.js';
import { answerWith } from './file-answer.js';

@EdgeController('users/me/export', 'What is kept of me, to take along.')
export class ExportsController {
  constructor(private readonly exports: ExportTransfers) {}

  @Post()
  @Limit({ per: 'user', share: 1 / 10 })
  @Route({
    summary: 'Order all that is kept of me',
    description:
      'A ZIP with my profile, my calls, and of each chat that I am in what I may read: messages ' +
      'and receipts as JSON Lines, and the files; with JSON schemas and `SHA256SUMS`. It is made ' +
      'in the background: `export_ended` tells when it is there. One at a time: as long as one is ' +
      'pending it is that one; and the next one takes its place, a day later at the earliest ' +
      '(`rate_limited`, with `Retry-After`). One that has failed may be ordered again at once.',
    problems: ['conflict'],
    ok: DataExport,
    status: 202,
  })
  order(@CurrentActor() actor: Actor, @CurrentOrigin() origin: Origin): Promise<DataExport> {
    return this.exports.order(actor, origin);
  }

  @Get()
  @Route({
    summary: 'List what I have ordered',
    description: 'With a link to what is ready, as long as it is kept.',
    problems: [],
    ok: DataExportList,
  })
  list(@CurrentActor() actor: Actor): Promise<DataExportList> {
    return this.exports.list(actor);
  }

  @Get(':exportId')
  @ByLinkToo()
  @Route({
    summary: 'Get what I have ordered',
    description: 'A ZIP, by a token or by its link; `Range` and `If-None-Match` as usual.',
    problems: ['not_found', 'forbidden', 'range_not_satisfiable'],
    bytes: [200, 206, 302, 304],
  })
  async read(
    @CurrentActor() actor: Actor | undefined,
    @CurrentOrigin() origin: Origin,
    @Param('exportId', { schema: ExportId }) exportId: ExportId,
    @Query({ schema: ExportQuery }) _: ExportQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const archive = await this.exports.open(actor, exportId, origin);
    await answerWith(archive, { request, response, toKeep: true });
  }
}
