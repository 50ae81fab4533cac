import { join } from 'node:path';
import type { Config } from '@app/platform';
import { DiskStorage } from './disk-storage.js';
import type { StoragePort } from './storage-port.js';

/**
 * The storage that the settings ask for: a bucket when one is named, else a folder. Only then is
 * anything of S3 loaded.
 */
export async function storageFrom({ files }: Pick<Config, 'files'>): Promise<StoragePort> {
  const { s3 } = files;
  if (s3 === undefined) return new DiskStorage(files.folder);
  const { S3Storage } = await import('./s3-storage.js');
  return new S3Storage({ ...s3, spoolFolder: join(files.folder, 'incoming') });
}
