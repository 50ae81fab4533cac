import { open, rm } from 'node:fs/promises';

/**
 * Writes a file that is not there yet, for nobody else's eyes: all of it, or none. Resolves with
 * how many bytes it is.
 */
export async function writeNewFile(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of chunks) await file.writeFile(chunk);
    return (await file.stat()).size;
  } catch (error) {
    // The line broke, or the disk is full: half of it looks like all of it.
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}
