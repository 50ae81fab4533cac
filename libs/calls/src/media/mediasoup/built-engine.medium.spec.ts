import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { workerFile } from './testing/mediasoup-stage.js';

/** Opens a room by the engine in a file of the build; says how many candidates a transport has. */
const script = `
const [path, file] = process.argv.slice(1);
const { MediasoupEngine } = await import(path);
const time = { now: () => new Date(), every: () => () => undefined };
const listen = { address: '127.0.0.1', port: 0 };
const bounds = { transports: 1, producers: 1, consumers: 1 };
const options = { file, listen, bounds, workers: 1, busyShare: 1, spreadAt: 1 };
const engine = new MediasoupEngine(options, time, time);
const room = await engine.openRoom(() => undefined);
const { iceCandidates } = await room.openTransport('ada');
await engine.close();
console.log(iceCandidates.length);`;

describe('The build', () => {
  // mediasoup is no ES module: what becomes of its names is up to the bundler.
  it('has a media engine that runs', () => {
    const modules = JSON.parse(readFileSync('dist/apps/modules.json', 'utf8')) as Modules;
    const [path] = Object.entries(modules).find(([, parts]) =>
      parts.some((part) => part.endsWith('/media/mediasoup/mediasoup-engine.js')),
    )!;
    const args = ['--input-type=module', '-e', script, resolve('dist', path), workerFile()];
    expect(execFileSync(process.execPath, args).toString()).toBe('2\n');
  });
});

type Modules = Readonly<Record<string, readonly string[]>>;
