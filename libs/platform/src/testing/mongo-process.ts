import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** A database engine of the test's own, on loopback, with a data folder that outlives `kill`. */
export class MongoProcess {
  readonly port: number;
  readonly #binary: string;
  readonly #folder: string;
  #child: ChildProcess;

  // Fields and no parameter properties: Node runs this file by stripping its types.
  private constructor(binary: string, folder: string, child: ChildProcess, port: number) {
    this.#binary = binary;
    this.#folder = folder;
    this.#child = child;
    this.port = port;
  }

  /** Throws, and says what is missing, when the set-up has not put an engine into the cache. */
  static async start(): Promise<MongoProcess> {
    const binary = engineBinary();
    const folder = mkdtempSync(join(placeOfData(), 'parley-mongo-'));
    const [child, port] = await launch(binary, folder, 0);
    return new MongoProcess(binary, folder, child, port);
  }

  get pid(): number {
    return this.#child.pid!;
  }

  uri(database: string): string {
    return `mongodb://127.0.0.1:${this.port}/${database}`;
  }

  async kill(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }

  async restart(): Promise<void> {
    [this.#child] = await launch(this.#binary, this.#folder, this.port);
  }

  /** CPU time of all its threads so far, in ms. */
  cpuMs(): number {
    const tasks = `/proc/${this.pid}/task`;
    let ns = 0;
    for (const task of readdirSync(tasks)) {
      ns += Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]);
    }
    return ns / 1e6;
  }

  async close(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const memory = '/dev/shm';
const roomyBytes = 4e9;

/**
 * In memory, where there is plenty of it: a commit is synced and outlives a kill there as well, and
 * costs the engine a third less.
 */
function placeOfData(): string {
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > roomyBytes ? memory : tmpdir();
}

function engineBinary(): string {
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'parley');
  const found = (existsSync(cache) ? readdirSync(cache) : [])
    .filter((name) => name.startsWith('secantusd-rs-'))
    .map((name) => join(cache, name, 'secantusd-rs'))
    .find((file) => existsSync(file));
  if (!found) throw new Error(`No database engine under ${cache}; \`npm test\` puts one there`);
  return found;
}

/** Resolves with the process and its port once it listens. */
function launch(binary: string, folder: string, port: number): Promise<[ChildProcess, number]> {
  const flags = ['--port', String(port), '--storage-path', folder, '--cache-size', '256M'];
  // Without --sync-on-commit the engine acks j:true writes that a kill -9 takes back.
  const child = spawn(binary, [...flags, '--sync-on-commit', '--log-level', 'WARNING']);
  // A run that is cut short must leave neither engines nor their data behind.
  const end = (): void => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', end);
  child.once('exit', () => process.removeListener('exit', end));
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += String(chunk);
      const match = /listening.*?:(\d+)/.exec(said);
      if (match) resolve([child, Number(match[1])]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The engine left with ${code}: ${said}`)));
  });
}
