import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { answered } from './s3-answer.js';

export interface S3Object {
  readonly key: string;
  readonly sizeBytes: number;
  readonly storedAt: Date;
}

/** All whose keys begin so, by their keys. What comes or goes meanwhile may be missing. */
export async function* objectsOf(
  client: S3Client,
  Bucket: string,
  Prefix: string,
): AsyncIterable<S3Object> {
  let ContinuationToken: string | undefined;
  do {
    const command = new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken });
    // Each page names the next one: there is no end but the bucket's.
    const page = await answered(client.send(command));
    for (const { Key = '', Size = 0, LastModified = new Date() } of page.Contents ?? [])
      yield { key: Key, sizeBytes: Size, storedAt: LastModified };
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
}
