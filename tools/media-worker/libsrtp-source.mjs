import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../setup/run-command.mjs';

/**
 * Fetches the source of libsrtp 2 from the archive that this machine's apt uses; resolves with the
 * folder in which it is unpacked. By lists of its own, so that the system's stay as they are.
 */
export async function libsrtpSource(folder) {
  const lists = join(folder, 'lists');
  const sources = join(folder, 'sources.list');
  for (const path of ['lists/partial', 'archives/partial', 'srtp'])
    mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(sources, `deb-src ${archive()} ${codename()} main\n`);
  const own = Object.entries({
    'Dir::Etc::sourcelist': sources,
    'Dir::Etc::sourceparts': '/nonexistent',
    'Dir::State::Lists': lists,
    'Dir::Cache': folder,
    'Dir::Cache::archives': join(folder, 'archives'),
    // Its usual user may not write where we do.
    'APT::Sandbox::User': 'root',
  }).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  await run('apt-get', [...own, '-q', 'update']);
  await run('apt-get', [...own, '-q', '--download-only', 'source', 'libsrtp2'], { cwd: folder });
  const file = readdirSync(folder).find((name) => /^libsrtp2_.*\.orig\.tar\.[gx]z$/.test(name));
  if (!file) throw new Error('the source package of libsrtp2 has no archive in it');
  const place = join(folder, 'srtp');
  await run('tar', ['xf', join(folder, file), '-C', place, '--strip-components=1']);
  return place;
}

/** The first archive that has packages of this distribution. */
function archive() {
  const format = '$(REPO_URI)\t$(CODENAME)';
  const args = ['indextargets', '--format', format, 'Created-By: Packages'];
  const lines = execFileSync('apt-get', args).toString().trim().split('\n');
  const own = lines.map((line) => line.split('\t')).find(([, name]) => name === codename());
  if (!own) throw new Error(`apt knows no archive of ${codename()}`);
  return own[0];
}

function codename() {
  const name = /VERSION_CODENAME=(\w+)/.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  if (!name) throw new Error('this machine does not say which Debian it has');
  return name;
}
