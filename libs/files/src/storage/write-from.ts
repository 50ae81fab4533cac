import type { FileHandle } from 'node:fs/promises';

/**
 * Each byte to its own place, and the whole to the disk: whoever writes the same once more, late,
 * changes nothing. A file system gives a file no length before the bytes that make it up, so its
 * length says how much is there even after a loss of power. Closes the file. One piece is in memory
 * at a time; `note` sees each before it is written.
 */
export async function writeFrom(
  file: FileHandle,
  offset: number,
  content: AsyncIterable<Buffer>,
  note?: (piece: Buffer) => void,
): Promise<void> {
  try {
    let at = offset;
    // As they come: there is an end.
    for await (const piece of content) {
      note?.(piece);
      at += await writeAll(file, piece, at);
    }
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** A disk may take less than it was given. */
async function writeAll(file: FileHandle, piece: Buffer, at: number): Promise<number> {
  let written = 0;
  while (written < piece.length)
    written += (await file.write(piece, written, piece.length - written, at + written))
      .bytesWritten;
  return written;
}
