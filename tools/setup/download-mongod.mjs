// Downloads the official MongoDB server: `download-mongod.mjs VERSION FOLDER`. Runs on the locked
// Node, after the dependencies.
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [version, folder] = process.argv.slice(2);
const answerMs = 5000;

process.env.MONGOMS_MAX_RETRIES ??= '1';
const { MongoBinaryDownload } =
  await import('mongodb-memory-server-core/lib/util/MongoBinaryDownload.js');
const { getOS } = await import('mongodb-memory-server-core/lib/util/getos/index.js');

const noAnswer = setTimeout(() => {
  if (bytesIn(folder) > 0) return;
  console.error(`no answer within ${answerMs / 1000} s`);
  process.exit(1);
}, answerMs);

const download = new MongoBinaryDownload({
  version,
  downloadDir: folder,
  checkMD5: true,
  os: await getOS(),
});
const binary = await download.getMongodPath();
clearTimeout(noAnswer);
renameSync(binary, join(folder, 'mongod'));
rmSync(`${binary}.md5`, { force: true });

function bytesIn(directory) {
  if (!existsSync(directory)) return 0;
  return readdirSync(directory).reduce(
    (sum, name) => sum + statSync(join(directory, name)).size,
    0,
  );
}
