import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The hash of files and folders (paths from `root`): names and contents, whatever the dates say. */
export function hashOf(root, paths, isLeftOut = () => false) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesIn(join(root, path))).sort()) {
    const name = relative(root, file);
    if (isLeftOut(name)) continue;
    hash.update(`${name}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Whether `output` was made from these inputs. */
export function isStamped(output, stamp) {
  const file = join(output, '.parley-stamp');
  return existsSync(file) && readFileSync(file, 'utf8') === stamp;
}

/** Says what `output` was made from. Written into a result that is not yet in its place. */
export function writeStamp(output, stamp) {
  const file = join(output, '.parley-stamp');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, stamp);
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)],
  );
}
