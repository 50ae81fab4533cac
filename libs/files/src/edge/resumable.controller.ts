import { FileId, type Actor } from '@app/contracts';
import { CurrentActor, EdgeController, Limit, Route } from '@app/platform';
import { Delete, Head, Options, Param, Patch, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ResumableTransfers } from '../resumable-transfers.js';
import { answerByTus } from './tus-answer.js';

/** Uploads by tus 1.0, which says what is in the headers of requests and answers. */
@EdgeController('files/resumable', 'Uploads that go on where they broke off, by tus 1.0.')
export class ResumableController {
  constructor(private readonly uploads: ResumableTransfers) {}

  @Options()
  @Route({
    summary: 'Tell what of tus 1.0 is spoken here',
    scope: 'files:write',
    description:
      'creation, creation-with-upload, termination, expiration, checksum (sha1, sha256).',
    problems: [],
  })
  about(@CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response) {
    return answerByTus(this.uploads, actor, request, response);
  }

  @Post()
  @Limit({ per: 'user', share: 1 / 2 })
  @Route({
    summary: 'Begin an upload that can be resumed',
    isRepeatedOtherwise: true,
    scope: 'files:write',
    description:
      'By tus 1.0: `Upload-Length`, and `Upload-Metadata` with `filename` and `chatId`. `Location` ' +
      'is where its bytes go; its last part is the id that the file will have.',
    problems: [
      'not_member',
      'not_found',
      'validation_failed',
      'precondition_failed',
      'payload_too_large',
      'unsupported_media_type',
      'malware_found',
      'checksum_mismatch',
      'quota_exceeded',
      'storage_full',
    ],
    status: 201,
  })
  create(@CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response) {
    return answerByTus(this.uploads, actor, request, response);
  }

  @Head(':fileId')
  @Route({
    summary: 'Tell how much of an upload is here',
    scope: 'files:write',
    description: 'By tus 1.0, in `Upload-Offset`. `Upload-File-Id`: it is a file now.',
    problems: [
      'not_found',
      'not_member',
      'gone',
      'precondition_failed',
      'malware_found',
      'quota_exceeded',
    ],
    status: 200,
  })
  find(
    @CurrentActor() actor: Actor,
    @Param('fileId', { schema: FileId }) _: FileId,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    return answerByTus(this.uploads, actor, request, response);
  }

  @Patch(':fileId')
  @Route({
    summary: 'Send the next bytes of an upload',
    scope: 'files:write',
    description:
      'By tus 1.0: `Upload-Offset`, and `Upload-Checksum` if wished. What has come is kept when the ' +
      'connection breaks. The answer to the last byte has `Upload-File-Id`: it is a file now.',
    problems: [
      'not_found',
      'not_member',
      'gone',
      'conflict',
      'precondition_failed',
      'payload_too_large',
      'unsupported_media_type',
      'malware_found',
      'checksum_mismatch',
      'quota_exceeded',
      'storage_full',
    ],
  })
  append(
    @CurrentActor() actor: Actor,
    @Param('fileId', { schema: FileId }) _: FileId,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    return answerByTus(this.uploads, actor, request, response);
  }

  @Delete(':fileId')
  @Route({
    summary: 'Give an upload up',
    scope: 'files:write',
    description: 'By tus 1.0. A file that it has become stays.',
    problems: ['not_found', 'not_member', 'gone', 'precondition_failed'],
  })
  remove(
    @CurrentActor() actor: Actor,
    @Param('fileId', { schema: FileId }) _: FileId,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    return answerByTus(this.uploads, actor, request, response);
  }
}
