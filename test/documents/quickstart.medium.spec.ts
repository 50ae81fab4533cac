import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '@app/platform/testing';
import { Part } from '../../apps/cluster/src/part.js';
import { MarkdownFile, type Block } from './markdown.js';
import { asShown, ShellSession } from './shell-session.js';

const quickstart = new MarkdownFile('docs/QUICKSTART.md');
const ofClone = quickstart.blocks.filter(({ under }) => under === 'Quick start');
const byCurl = quickstart.blocks.filter(({ under }) => under === 'By curl');
const asServices = quickstart.blocks.filter(({ under }) => under === 'As separate services');

describe('docs/QUICKSTART.md', () => {
  let dataDir: string;
  let url: string;
  let running: Part;
  let terminal: ShellSession;

  /** What `npm start` and `npm run cluster` start once everything is set up, on one address. */
  async function start(app: 'server' | 'cluster'): Promise<void> {
    const { PATH, HOME, XDG_CACHE_HOME, NODE_COMPILE_CACHE } = process.env;
    const environment = {
      PATH,
      HOME,
      ...(XDG_CACHE_HOME ? { XDG_CACHE_HOME } : {}),
      ...(NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {}),
      PORT: new URL(url).port,
      PARLEY_DATA_DIR: dataDir,
      PARLEY_LOG_LEVEL: 'warn',
    };
    const check = async () => {
      const { status } = await fetch(`${url}/health/ready`);
      if (status !== 200) throw new Error(`Not ready: ${status}`);
    };
    const args = [resolve(`dist/apps/${app}/src/main.js`)];
    running = new Part({ name: app, command: process.execPath, args, environment, check });
    await running.start();
  }

  /** Pastes the commands, and looks at each answer that is shown. */
  async function follow(blocks: readonly Block[]): Promise<void> {
    for (const [i, { language, text }] of blocks.entries()) {
      if (language !== 'sh') continue;
      const said = await terminal.run(text.replaceAll('http://localhost:5000', url));
      const next = blocks[i + 1];
      if (next?.language === 'text') expect(said).toMatch(asShown(next.text));
    }
  }

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'parley-quickstart-'));
    url = `http://127.0.0.1:${await freePort()}`;
    terminal = new ShellSession('.');
    await start('server');
  }, 120_000);

  afterAll(async () => {
    await terminal.close();
    await running.stop();
    rmSync(dataDir, { recursive: true });
  }, 60_000);

  it('leads by curl from an account to a message that is heard', async () => {
    expect(byCurl.filter(({ language }) => language === 'text').length).toBeGreaterThanOrEqual(4);
    await follow(byCurl);
  }, 120_000);

  it('goes on with the same data as separate services', async () => {
    await running.stop();
    await start('cluster');
    expect(asServices.some(({ language }) => language === 'text')).toBe(true);
    await follow(asServices);
  }, 180_000);

  it('sets up by the commands whose own tests start them, and by nothing else', () => {
    const commands = [...ofClone, ...asServices].filter(({ language }) => language === 'console');
    expect(commands.flatMap(({ text }) => text.split('\n'))).toEqual([
      'git clone <address of this repository> parley && cd parley',
      'npm start',
      'npm run cluster',
    ]);
  });

  it('calls what one presses as the web app does', () => {
    const texts = sourcesIn('apps/web/src/app').map((file) => readFileSync(file, 'utf8'));
    const labels = [...quickstart.prose.matchAll(/\*\*([^*]+)\*\*/g)].map(([, label]) => label!);
    expect(labels.length).toBeGreaterThan(5);
    for (const label of labels)
      expect([label, texts.some((text) => text.includes(`'${label}'`))]).toEqual([label, true]);
  });
});

function sourcesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => join(folder, file));
}
