import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CommandLine } from '../people/command-line.js';
import { Person } from '../people/person.js';
import { ServerProcess } from '../processes/server-process.js';

const root = resolve(__dirname, '../..');

/** Ms: each run looks first whether the server is built. */
const forBuilds = 240_000;

describe('The command line where a server is installed', () => {
  let server: ServerProcess;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parley-installed-'));
    server = await ServerProcess.start({ PARLEY_DATA_DIR: join(folder, 'data') });
  });

  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  /** Somebody there, whose settings name this data directory. */
  const at = (dataDir: string) => {
    const { PATH, HOME, XDG_CACHE_HOME } = process.env;
    const { port } = new URL(server.url);
    return new CommandLine(server.url, {
      ...{ PATH, HOME, XDG_CACHE_HOME, PORT: port },
      PARLEY_DATA_DIR: join(folder, dataDir),
    });
  };

  const file = () => join(folder, 'all.parley');
  const how = () => ['--passphrase-file', join(folder, 'passphrase'), '--in', root];

  it(
    'backs up while it runs, encrypted',
    async () => {
      await Person.register(server.url, 'ada');
      writeFileSync(join(folder, 'passphrase'), 'a long one');
      const line = at('data');
      const made = await line.json<{ sizeBytes: number }>('backup', file(), ...how());
      expect(made.sizeBytes).toBe(statSync(file()).size);
      expect(readFileSync(file(), 'latin1')).not.toContain('vapid-key');
      line.remove();
    },
    forBuilds,
  );

  it(
    'restores into an empty place only',
    async () => {
      const [line, other] = [at('data'), at('restored')];
      const refused = await line.run(['restore', file(), ...how()]);
      expect([refused.exitCode, refused.err]).toEqual([1, expect.stringContaining('is not empty')]);
      const { out } = await other.run(['restore', file(), ...how()]);
      expect(out).toMatch(/^Restored \d+ chats/);
      expect(readdirSync(join(folder, 'restored'))).toContain('vapid-key');
      for (const one of [line, other]) one.remove();
    },
    forBuilds,
  );

  it(
    'looks at all that the server stands on',
    async () => {
      const line = at('data');
      const { out } = await line.run(['doctor', '--in', root, '--json']);
      const findings = JSON.parse(out) as { check: string; state: string }[];
      const states = new Map(findings.map(({ check, state }) => [check, state]));
      expect([states.get('server'), states.get('settings'), states.get('indexes')]).toEqual([
        'ok',
        'ok',
        'ok',
      ]);
      line.remove();
    },
    forBuilds,
  );
});
