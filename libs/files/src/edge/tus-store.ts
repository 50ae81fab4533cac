import type { Readable } from 'node:stream';
import { ChatId, FileId, problem, type Actor } from '@app/contracts';
import { DataStore, Metadata, Upload } from '@tus/server';
import type { Checksum, ResumableTransfers, ResumableUpload } from '../resumable-transfers.js';

/** Of one request: who asks, and what comes with it. */
export interface TusRequest {
  readonly actor: Actor;
  readonly body: Readable;
  readonly checksum: Checksum | undefined;
  /** `Upload-Metadata` as it came. */
  readonly metadata: string;
}

/**
 * What the protocol's server asks for one request, asked of ours. Bytes go past it: it would lead
 * them through streams of the web and back.
 */
export class TusStore extends DataStore {
  override extensions = [
    'creation',
    'creation-with-upload',
    'termination',
    'expiration',
    'checksum',
  ];
  /** What the request was about, as it is at its end. */
  latest: ResumableUpload | undefined;

  constructor(
    private readonly uploads: ResumableTransfers,
    private readonly request: TusRequest,
  ) {
    super();
  }

  override async create(upload: Upload): Promise<Upload> {
    const { actor, metadata } = this.request;
    const { filename, chatId } = upload.metadata ?? {};
    const announced = {
      name: filename ?? '',
      chatId: chatIdOf(chatId),
      sizeBytes: upload.size!,
      metadata,
    };
    this.latest = await this.uploads.create(actor, announced);
    return Object.assign(upload, told(this.latest));
  }

  override async getUpload(id: string): Promise<Upload> {
    this.latest = await this.uploads.find(this.request.actor, idOf(id));
    return new Upload(told(this.latest));
  }

  override async write(_: Readable, id: string, offset: number): Promise<number> {
    _.resume();
    const { actor, body: content, checksum } = this.request;
    this.latest = await this.uploads.append(actor, idOf(id), { offset, content, checksum });
    return this.latest.keptBytes;
  }

  override async remove(id: string): Promise<void> {
    await this.uploads.remove(this.request.actor, idOf(id));
  }

  override getExpiration(): number {
    return this.uploads.idleSeconds * 1000;
  }
}

/** It counts the time of an upload from its creation; ours is that of the last request. */
function told({ id, sizeBytes, keptBytes, metadata, touchedAt }: ResumableUpload) {
  return {
    id,
    size: sizeBytes,
    offset: keptBytes,
    metadata: Metadata.parse(metadata),
    creation_date: touchedAt,
  };
}

function chatIdOf(said: string | null | undefined): ChatId {
  const { data } = ChatId.safeParse(said);
  if (data === undefined) throw invalid('Upload-Metadata', 'chatId is missing, or no id');
  return data;
}

function idOf(said: string): FileId {
  const { data } = FileId.safeParse(said);
  if (data === undefined) throw problem('not_found');
  return data;
}

export const invalid = (path: string, message: string) =>
  problem('validation_failed', { issues: [{ path, message }] });
