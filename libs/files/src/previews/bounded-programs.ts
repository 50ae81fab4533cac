import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import type { Readable } from 'node:stream';
import { CONFIG, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Confinement, type Bounds } from './confinement.js';
import { Slots } from '../slots.js';

/** One run of a program on files of a folder. */
export interface Program {
  /** Absolute. */
  readonly file: string;
  readonly args: readonly string[];
  /** What it runs in, and all that it is to write in. */
  readonly folder: string;
  readonly bounds: Bounds;
  /** What it says is kept, so many bytes of it; one that says more is killed. Default 1 MiB. */
  readonly maxSaid?: number;
}

/** Why a run came to nothing: `time` and `stopped` are no word on the file. */
export class ProgramFailed extends Error {
  override readonly name = 'ProgramFailed';

  constructor(
    readonly why: 'time' | 'talk' | 'exit' | 'stopped',
    detail: string,
  ) {
    super(`${why}: ${detail}`);
  }
}

/** Nothing of ours: no secret, no setting. */
const environment = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' };

/** As `nice` has it: what people do comes first. */
const priority = 10;

/** Programs that may wait for one to end. */
const maxWaiting = 200;

/**
 * Runs programs that read what strangers send: few at once, each in a process group of its own,
 * with bounds on time, memory and what it writes, without our environment and, where the system
 * allows it, without a network.
 */
@Injectable()
export class BoundedPrograms {
  readonly #confinement: Confinement;
  readonly #slots: Slots;

  constructor(@Inject(CONFIG) { files, searchPath }: Pick<Config, 'files' | 'searchPath'>) {
    this.#confinement = Confinement.on(searchPath);
    this.#slots = new Slots(files.previewPrograms, maxWaiting, 'previews');
  }

  /** Whether the system does not keep programs from it. */
  get hasNetwork(): boolean {
    return this.#confinement.hasNetwork;
  }

  /**
   * What it said at its end, when that was a good one. Throws `ProgramFailed`, after which nothing
   * of it runs any more; and `service_unavailable` when too many wait. `signal` kills it.
   */
  async run(program: Program, signal?: AbortSignal): Promise<Buffer> {
    const release = await this.#slots.take();
    try {
      return await endOf(this.#start(program), program, signal);
    } finally {
      release();
    }
  }

  #start({ file, args, folder, bounds }: Program): Child {
    const [command, ...all] = [...this.#confinement.prefix(bounds), file, ...args];
    const child = spawn(command!, all, {
      cwd: folder,
      env: { ...environment, HOME: folder, TMPDIR: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
      // The leader of a group: with it goes whatever it has started.
      detached: true,
    });
    giveWay(child.pid);
    return child;
  }
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

async function endOf(child: Child, program: Program, signal?: AbortSignal): Promise<Buffer> {
  const ended = Promise.withResolvers<true>();
  const fail = (why: ProgramFailed['why'], detail = '') => {
    ended.reject(new ProgramFailed(why, detail));
    killGroup(child.pid);
  };
  const stop = () => fail('stopped');
  const timer = setTimeout(
    () => fail('time', `${program.bounds.wallMs} ms`),
    program.bounds.wallMs,
  );
  const complaint = tailOf(child.stderr);
  const said = headOf(child.stdout, program.maxSaid ?? 1024 * 1024, () => fail('talk'));
  child.once('error', (error) => fail('exit', error.message));
  child.once('close', (code, killedBy) => {
    if (code === 0) ended.resolve(true);
    else fail('exit', `${killedBy ?? code} ${complaint()}`);
  });
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted === true) stop();
  try {
    await ended.promise;
    return said();
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

function headOf(stream: Readable, maxBytes: number, overflow: () => void): () => Buffer {
  const chunks: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > maxBytes) overflow();
    else chunks.push(chunk);
  });
  return () => Buffer.concat(chunks);
}

/** For the log: the last of what it complained of. */
function tailOf(stream: Readable): () => string {
  let tail = '';
  stream.on('data', (chunk: Buffer) => (tail = (tail + chunk.toString('latin1')).slice(-500)));
  return () => tail.trim();
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended, and everything that it has started.
  }
}

/** Also when there is no memory left: it is the first that has to go, and not the server. */
function giveWay(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, priority);
    writeFileSync(`/proc/${pid}/oom_score_adj`, '1000');
  } catch {
    // It has ended already, or this is no Linux.
  }
}
