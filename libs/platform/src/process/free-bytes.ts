import { statfs } from 'node:fs/promises';

/** How many bytes this process may still write on the disk of a folder. */
export async function freeBytesIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
