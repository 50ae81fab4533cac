import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { ContentHash } from '@app/contracts';
import { answered, asProblem, statusOf } from './s3-answer.js';
import { objectsOf } from './s3-objects.js';
import { S3Unfinished } from './s3-unfinished.js';
import { S3Upload } from './s3-upload.js';
import { Spool } from './spool.js';
import {
  StoragePort,
  type ByteRange,
  type CheckContent,
  type DirectLink,
  type Kept,
  type Stored,
} from './storage-port.js';

export interface S3Options {
  readonly bucket: string;
  readonly region: string;
  /** Absent: Amazon's. */
  readonly endpoint?: string | undefined;
  /** Absent: as the SDK finds them (a role of the machine, a profile). */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Whether clients may be sent there, by links that live shortly. */
  readonly hasDirectLinks: boolean;
  /** A folder of this machine: a content is here until its hash is known. */
  readonly spoolFolder: string;
}

/** Ms. What takes longer to connect, or says nothing for so long, is away. */
const timeouts = { connectionTimeout: 2000, requestTimeout: 20_000 };

/**
 * Contents in a bucket that speaks S3, as `contents/<hash>`. A content is on the local disk first,
 * as its name is known at its end: so nothing half is ever in the bucket, a part that failed can be
 * sent again, and an upload costs no memory. The bucket's own rule ends multipart uploads whose
 * process has died (`AbortIncompleteMultipartUpload`).
 */
export class S3Storage extends StoragePort {
  readonly unfinished: S3Unfinished;
  readonly #client: S3Client;
  readonly #spool: Spool;

  constructor(private readonly options: S3Options) {
    super();
    const { endpoint, region, credentials, spoolFolder } = options;
    this.#client = new S3Client({
      region,
      // Beside Amazon hardly anybody has a host name for each bucket.
      ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
      ...(credentials === undefined ? {} : { credentials }),
      requestHandler: timeouts,
      // Not everybody who speaks S3 knows checksums at the end of a body.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
    this.#spool = new Spool(spoolFolder);
    this.unfinished = new S3Unfinished(this.#client, options.bucket, this.#spool);
  }

  async put(content: AsyncIterable<Buffer>, check?: CheckContent): Promise<Stored> {
    const { path, ...stored } = await this.#spool.take(content, check);
    try {
      if (!(await this.has(stored.sha256))) {
        const upload = new S3Upload(this.#client, this.#placeOf(stored.sha256));
        await answered(upload.send(stored.sizeBytes, (range) => createReadStream(path, range)));
      }
    } finally {
      await rm(path, { force: true });
    }
    return stored;
  }

  async open(sha256: ContentHash, range?: ByteRange): Promise<Readable> {
    const Range = range && `bytes=${range.start}-${range.end}`;
    const command = new GetObjectCommand({ ...this.#placeOf(sha256), Range });
    const { Body } = await answered(this.#client.send(command));
    return Body as Readable;
  }

  async has(sha256: ContentHash): Promise<boolean> {
    try {
      await this.#client.send(new HeadObjectCommand(this.#placeOf(sha256)));
      return true;
    } catch (error) {
      // Not there: the answer, and no failure.
      if (statusOf(error) === 404) return false;
      throw asProblem(error);
    }
  }

  async remove(sha256: ContentHash): Promise<void> {
    await answered(this.#client.send(new DeleteObjectCommand(this.#placeOf(sha256))));
  }

  async *list(): AsyncIterable<Kept> {
    const objects = objectsOf(this.#client, this.options.bucket, folder);
    for await (const { key, sizeBytes, storedAt } of objects) {
      const { data: sha256 } = ContentHash.safeParse(key.slice(folder.length));
      if (sha256) yield { sha256, sizeBytes, storedAt };
    }
  }

  sweep(before: Date): Promise<void> {
    return this.#spool.sweep(before);
  }

  async check(): Promise<void> {
    await this.#client.send(new HeadBucketCommand({ Bucket: this.options.bucket }));
  }

  async linkTo(sha256: ContentHash, link: DirectLink): Promise<string | undefined> {
    if (!this.options.hasDirectLinks) return undefined;
    const command = new GetObjectCommand({
      ...this.#placeOf(sha256),
      ResponseContentDisposition: link.disposition,
      ResponseContentType: link.mime,
    });
    return getSignedUrl(this.#client, command, { expiresIn: link.lifeSeconds });
  }

  close(): Promise<void> {
    this.#client.destroy();
    return Promise.resolve();
  }

  #placeOf(sha256: ContentHash): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.options.bucket, Key: `${folder}${sha256}` };
  }
}

const folder = 'contents/';
