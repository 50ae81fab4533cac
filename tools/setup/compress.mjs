import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressions = { br: promisify(brotliCompress), gz: promisify(gzip) };

/** Those that shrink; fonts and pictures are compressed already. */
const shrinking = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt']);

/** Below this, little is saved. */
const minBytes = 256;

/** Writes `<file>.br` and `<file>.gz` beside each file of a folder that is worth it. */
export async function compressFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && shrinking.has(extname(entry.name)));
  await Promise.all(files.map((entry) => compressFile(join(entry.parentPath, entry.name))));
}

async function compressFile(path) {
  const body = await readFile(path);
  if (body.length < minBytes) return;
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  for (const [extension, compress] of Object.entries(compressions))
    await writeFile(`${path}.${extension}`, await compress(body, { params, level: 9 }));
}
