import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { SignedInBody, type ChatId } from '@app/contracts';
import { freePort, freshDatabaseUri, RedisProcess } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { ServerProcess } from '../processes/server-process.js';
import { MarkdownFile } from './markdown.js';
import { asShown, ShellSession } from './shell-session.js';

const guide = new MarkdownFile('docs/COMPLETE_PROJECT_GUIDE.md');

/** The command below a heading; there is one. */
function commandOf(heading: string): string {
  const commands = guide.blocks.filter((b) => b.under === heading && b.language === 'sh');
  expect(commands).toHaveLength(1);
  return commands[0]!.text;
}

const meAt = async (url: string, token: string): Promise<number> => {
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${url}/api/auth/me`, { headers })).status;
};

async function refreshAt(url: string, { refreshToken }: Person): Promise<SignedInBody> {
  const response = await fetch(`${url}/api/auth/refresh`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ refreshToken }),
  });
  return SignedInBody.parse(await response.json());
}

describe('docs/COMPLETE_PROJECT_GUIDE.md, back up and restore', () => {
  let folder: string;
  let dataDir: string;
  let ada: Person;
  let chatId: ChatId;

  /** A server over its embedded database, for as long as `story` takes; then stopped in order. */
  async function during<T>(story: (url: string) => Promise<T>, directory = dataDir): Promise<T> {
    const environment = { PARLEY_DATA_DIR: directory, JWT_SECRET: '', MONGODB_URI: '' };
    const server = await ServerProcess.start(environment);
    try {
      return await story(server.url);
    } finally {
      await server.stop();
    }
  }

  async function paste(command: string): Promise<void> {
    const terminal = new ShellSession(folder);
    try {
      await terminal.run(command);
    } finally {
      await terminal.close();
    }
  }

  const textsAt = async (url: string, token = ada.token): Promise<string[]> => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${url}/api/messages/${chatId}?afterSeq=1`, { headers });
    const { items } = (await response.json()) as { items: { text: string }[] };
    return items.map(({ text }) => text);
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parley-backup-'));
    dataDir = join(folder, '.parley');
    await during(async (url) => {
      ada = await Person.arrive(url, 'ada');
      chatId = await ada.channel('lobby');
      await ada.send(chatId, 'before the backup');
      ada.leave();
    });
    await paste(commandOf('Back up'));
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it('brings back what was there, and not what came later', async () => {
    const now = await during(async (url) => {
      await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${ada.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ chatId, text: 'after the backup' }),
      });
      return textsAt(url);
    });
    expect(now).toEqual(['before the backup', 'after the backup']);
    await paste(commandOf('Restore'));
    expect(await during((url) => textsAt(url))).toEqual(['before the backup']);
    expect(await during((url) => textsAt(url), join(folder, '.parley-before'))).toEqual(now);
  }, 120_000);

  it('works with the folder of the database alone, and who was signed in stays so', async () => {
    const alone = join(folder, 'alone');
    cpSync(join(dataDir, 'database'), join(alone, 'database'), { recursive: true });
    const texts = await during(async (url) => {
      expect(await meAt(url, ada.token)).toBe(401);
      return textsAt(url, (await refreshAt(url, ada)).accessToken);
    }, alone);
    expect(texts).toEqual(['before the backup']);
  }, 120_000);
});

describe('docs/COMPLETE_PROJECT_GUIDE.md, change the secret', () => {
  const [old, young] = ['old', 'new'].map((word) => `${word}-${'secret'.repeat(6)}`);
  let redis: RedisProcess;
  let shared: NodeJS.ProcessEnv;
  let running: ServerProcess[];

  beforeEach(async () => {
    redis = await RedisProcess.start();
    shared = { MONGODB_URI: freshDatabaseUri(), REDIS_URL: redis.url };
    running = [];
  });
  afterEach(async () => {
    for (const server of running) await server.stop();
    await redis.stop();
  });

  const serverWith = async (secrets: NodeJS.ProcessEnv): Promise<ServerProcess> => {
    const server = await ServerProcess.start({ ...shared, ...secrets });
    running.push(server);
    return server;
  };

  it('signs nobody out, on whichever process, while the steps are taken', async () => {
    const before = await serverWith({ JWT_SECRET: old });
    const first = await serverWith({ JWT_SECRET: old, JWT_SECRET_PREVIOUS: young });
    const second = await serverWith({ JWT_SECRET: young, JWT_SECRET_PREVIOUS: old });
    const ada = await Person.register(before.url, 'ada');
    const ben = await Person.register(second.url, 'ben');
    for (const { url } of [first, second])
      for (const { token } of [ada, ben]) expect(await meAt(url, token)).toBe(200);
    // Why the first step is there: who has not taken it refuses what is signed after the second.
    expect(await meAt(before.url, ben.token)).toBe(401);
  }, 120_000);

  it('ends what was signed with a secret that is gone, and refresh tokens go on', async () => {
    const before = await serverWith({ JWT_SECRET: old });
    const after = await serverWith({ JWT_SECRET: young });
    const ada = await Person.register(before.url, 'ada');
    expect(await meAt(after.url, ada.token)).toBe(401);
    const { accessToken } = await refreshAt(after.url, ada);
    expect(await meAt(after.url, accessToken)).toBe(200);
  }, 120_000);
});

describe('docs/COMPLETE_PROJECT_GUIDE.md', () => {
  let started: ChildProcess | undefined;

  afterEach(() => started?.kill('SIGKILL'));

  it('shows the line that a request leaves in the log', async () => {
    const port = String(await freePort());
    const { PATH, HOME } = process.env;
    const server = spawn(process.execPath, [resolve('dist/apps/server/src/main.js')], {
      env: { PATH, HOME, PORT: port, MONGODB_URI: freshDatabaseUri(), JWT_SECRET: 's'.repeat(32) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    started = server;
    const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
    const lineWith = async (words: string): Promise<string> => {
      for (let next = await lines.next(); !next.done; next = await lines.next())
        if (next.value.includes(words)) return next.value;
      throw new Error(`Nothing said ${words}`);
    };
    await lineWith('Parley is ready');
    const terminal = new ShellSession('.');
    await terminal.run(commandOf('Logs').replace('5000', port));
    await terminal.close();
    const shown = guide.blocks.find((b) => b.under === 'Logs' && b.language === 'text')!;
    expect(await lineWith('complaint-1')).toMatch(asShown(shown.text));
  }, 120_000);

  it('says of every alert what it means, and of no other', () => {
    const alerts = readFileSync('deploy/prometheus/alerts.yml', 'utf8').match(/(?<=alert: )\w+/g);
    expect(guide.table('alert').map(([name]) => name)).toEqual(
      alerts!.map((name) => `\`${name}\``),
    );
  });
});
