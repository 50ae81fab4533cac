import {
  FileId,
  FileInfo,
  FileLinks,
  FileLinksQuery,
  FileMeta,
  FileQuery,
  FileQuota,
  FilesApi,
  PreviewQuery,
  Snippet,
  Waveform,
  waveformPoints,
  type Actor,
  type Done,
} from '@app/contracts';
import { ByLinkToo, CurrentActor, EdgeController, Limit, Route } from '@app/platform';
import { Delete, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { FileTransfers } from '../file-transfers.js';
import { answerWith } from './file-answer.js';
import { receiveForm } from './upload-form.js';

@EdgeController('files', 'Files, their previews and links.')
export class FilesController {
  constructor(
    private readonly files: FilesApi,
    private readonly transfers: FileTransfers,
  ) {}

  @Post('upload')
  @Limit({ per: 'user', share: 1 / 2 })
  @Route({
    summary: 'Upload a file for a chat',
    scope: 'files:write',
    description:
      'Its type is told by its bytes, and has to be one that its name may have. Send it by a message ' +
      'within a day. With `chatId` before `file` a refusal comes before the bytes are read.',
    problems: [
      'validation_failed',
      'not_member',
      'not_found',
      'payload_too_large',
      'unsupported_media_type',
      'malware_found',
      'quota_exceeded',
      'storage_full',
    ],
    form: {
      file: { type: 'string', format: 'binary' },
      chatId: { type: 'string' },
    },
    ok: FileInfo,
    status: 201,
  })
  upload(@CurrentActor() actor: Actor, @Req() request: Request): Promise<FileInfo> {
    return receiveForm(request, (incoming) => this.transfers.receive(actor, incoming));
  }

  // The fixed paths stand before `:fileId`: the first that matches is taken.

  @Get('quota')
  @Route({
    summary: 'Tell how much I keep, and may',
    scope: 'files:read',
    problems: [],
    ok: FileQuota,
  })
  quota(@CurrentActor() actor: Actor): Promise<FileQuota> {
    return this.files.quota(actor, {});
  }

  @Get('links')
  @Route({
    summary: 'Get links to many files at once',
    scope: 'files:read',
    description:
      '`ids`: up to 100, separated by commas. What I may not read is left out. A link needs no ' +
      'token until it ends, so that an image, a player or a mirror can fetch it.',
    problems: [],
    ok: FileLinks,
  })
  links(
    @CurrentActor() actor: Actor,
    @Query({ schema: FileLinksQuery }) { ids }: FileLinksQuery,
  ): Promise<FileLinks> {
    return this.files.links(actor, { fileIds: ids });
  }

  @Get(':fileId/meta')
  @Route({
    summary: 'Describe a file',
    scope: 'files:read',
    problems: ['not_found', 'forbidden', 'gone'],
    ok: FileMeta,
  })
  meta(
    @CurrentActor() actor: Actor,
    @Param('fileId', { schema: FileId }) fileId: FileId,
  ): Promise<FileMeta> {
    return this.files.meta(actor, { fileId });
  }

  @Get(':fileId')
  @ByLinkToo()
  @Route({
    summary: 'Get the bytes of a file',
    scope: 'files:read',
    description:
      'All, or one `Range` of them; `If-Range`, `If-None-Match` and `HEAD` as usual. By a token, or ' +
      'by a link as it was given. `download=true`: to be saved, even if a browser could show it.',
    problems: ['not_found', 'forbidden', 'gone', 'range_not_satisfiable'],
    bytes: [200, 206, 302, 304],
  })
  async read(
    @CurrentActor() actor: Actor | undefined,
    @Param('fileId', { schema: FileId }) fileId: FileId,
    @Query({ schema: FileQuery }) { download }: FileQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.transfers.open(actor, fileId);
    await answerWith(file, { request, response, toKeep: download === 'true' });
  }

  @Get(':fileId/preview')
  @ByLinkToo()
  @Route({
    summary: 'Get a picture of a file',
    scope: 'files:read',
    description:
      'A WebP whose longer side is at most `size` px, upright and without metadata; what moves ' +
      'goes on moving. The largest there is where the file is smaller. Else as the file itself; ' +
      '`not_found` as long as there is none.',
    problems: ['not_found', 'forbidden', 'gone', 'range_not_satisfiable'],
    bytes: [200, 206, 304],
  })
  async preview(
    @CurrentActor() actor: Actor | undefined,
    @Param('fileId', { schema: FileId }) fileId: FileId,
    @Query({ schema: PreviewQuery }) { size }: PreviewQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const picture = await this.transfers.openPreview(actor, fileId, size);
    await answerWith(picture, { request, response, toKeep: false });
  }

  @Get(':fileId/waveform')
  @Route({
    summary: 'Get the waveform of a sound',
    scope: 'files:read',
    description: 'Its loudness from its beginning to its end, 255 where it is loudest.',
    problems: ['not_found', 'forbidden', 'gone'],
    ok: Waveform,
    example: { points: Array.from({ length: waveformPoints }, (_, n) => n) },
  })
  waveform(
    @CurrentActor() actor: Actor,
    @Param('fileId', { schema: FileId }) fileId: FileId,
  ): Promise<Waveform> {
    return this.transfers.waveform(actor, fileId);
  }

  @Get(':fileId/snippet')
  @Route({
    summary: 'Get how a text begins',
    scope: 'files:read',
    description: 'Its first 50 lines, of its first 16 KiB.',
    problems: ['not_found', 'forbidden', 'gone'],
    ok: Snippet,
  })
  snippet(
    @CurrentActor() actor: Actor,
    @Param('fileId', { schema: FileId }) fileId: FileId,
  ): Promise<Snippet> {
    return this.transfers.snippet(actor, fileId);
  }

  @Delete(':fileId')
  @Route({
    summary: 'Remove a file that was not sent',
    scope: 'files:write',
    description: 'By who uploaded it. What was sent goes with its messages.',
    problems: ['not_found', 'forbidden', 'conflict'],
  })
  remove(
    @CurrentActor() actor: Actor,
    @Param('fileId', { schema: FileId }) fileId: FileId,
  ): Promise<Done> {
    return this.files.remove(actor, { fileId });
  }
}
