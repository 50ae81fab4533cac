import type { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  UploadPartCommand,
  type CompletedPart,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { ByteRange } from './storage-port.js';

/** Bytes of a part, but the last; S3 takes no fewer than 5 MiB. What is no longer goes at once. */
const leastPartBytes = 8 * 1024 * 1024;

/** S3 takes no more. */
const mostParts = 10_000;

/** Tries of one part. */
const tries = 3;

/** One object on its way into a bucket, from a source that can be read again. */
export class S3Upload {
  constructor(
    private readonly client: S3Client,
    private readonly place: { readonly Bucket: string; readonly Key: string },
  ) {}

  /**
   * `read` opens a range of the source. When it rejects the bucket has nothing of it, or, when even
   * taking it back failed, parts that the bucket's own rule removes.
   */
  async send(sizeBytes: number, read: (range?: ByteRange) => Readable): Promise<void> {
    if (sizeBytes <= leastPartBytes) {
      await repeated(() =>
        this.client.send(
          new PutObjectCommand({ ...this.place, ContentLength: sizeBytes, Body: read() }),
        ),
      );
      return;
    }
    const { UploadId } = await this.client.send(new CreateMultipartUploadCommand(this.place));
    try {
      const Parts = await this.#sendParts(UploadId, sizeBytes, read);
      const whole = { ...this.place, UploadId, MultipartUpload: { Parts } };
      await this.client.send(new CompleteMultipartUploadCommand(whole));
    } catch (error) {
      // A part failed too often, or the other side is gone; then it cannot be taken back either.
      const command = new AbortMultipartUploadCommand({ ...this.place, UploadId });
      await this.client.send(command).catch(() => undefined);
      throw error;
    }
  }

  /** One after the other: uploads of several people go side by side all the same. */
  async #sendParts(
    UploadId: string | undefined,
    sizeBytes: number,
    read: (range: ByteRange) => Readable,
  ): Promise<CompletedPart[]> {
    const parts: CompletedPart[] = [];
    for (const [index, { start, end }] of partsOf(sizeBytes).entries()) {
      const PartNumber = index + 1;
      const ContentLength = end - start + 1;
      const { ETag } = await repeated(() => {
        const Body = read({ start, end });
        const part = { ...this.place, UploadId, PartNumber, ContentLength, Body };
        return this.client.send(new UploadPartCommand(part));
      });
      parts.push({ ETag, PartNumber });
    }
    return parts;
  }
}

/** Ranges that together are all bytes, in order. */
export function partsOf(sizeBytes: number): ByteRange[] {
  const partBytes = Math.max(leastPartBytes, Math.ceil(sizeBytes / mostParts));
  const parts: ByteRange[] = [];
  for (let start = 0; start < sizeBytes; start += partBytes)
    parts.push({ start, end: Math.min(start + partBytes, sizeBytes) - 1 });
  return parts;
}

/** The SDK repeats nothing that has a stream for a body: each try needs a new one. */
export async function repeated<T>(send: () => Promise<T>): Promise<T> {
  for (let left = tries - 1; ; left--) {
    try {
      return await send();
    } catch (error) {
      // A connection that broke, a server that was busy: the next try may be the good one.
      if (left === 0) throw error;
    }
  }
}
