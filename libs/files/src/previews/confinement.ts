import { spawnSync } from 'node:child_process';
import { programOn } from '@app/platform';

/** What a program may use. */
export interface Bounds {
  /** Ms until it is killed. */
  readonly wallMs: number;
  /** Bytes of address space. */
  readonly memoryBytes: number;
  /** Bytes of one file that it writes. */
  readonly fileBytes: number;
}

/** Files that a program may have open. */
const maxOpenFiles = 128;

/** In a network of its own, which has nothing in it. */
const withoutNetwork = ['--user', '--map-current-user', '--net'];

/**
 * What stands before a program so that the system holds it to its bounds. Linux has both parts of
 * it; a container may refuse the second. Without them what is left are the limits on its time and
 * on what it says.
 */
export class Confinement {
  static on(searchPath: readonly string[]): Confinement {
    const unshare = programOn(searchPath, 'unshare');
    const isAllowed = unshare !== undefined && isDone(unshare, [...withoutNetwork, 'true']);
    return new Confinement(
      programOn(searchPath, 'prlimit'),
      isAllowed ? [unshare, ...withoutNetwork] : [],
    );
  }

  private constructor(
    private readonly prlimit: string | undefined,
    private readonly networkless: readonly string[],
  ) {}

  get hasNetwork(): boolean {
    return this.networkless.length === 0;
  }

  prefix({ wallMs, memoryBytes, fileBytes }: Bounds): string[] {
    if (this.prlimit === undefined) return [...this.networkless];
    // Should our process die, nobody kills it by the clock: then what it may burn is its end.
    const seconds = Math.ceil(wallMs / 1000) + 1;
    return [
      ...this.networkless,
      this.prlimit,
      `--as=${memoryBytes}`,
      `--cpu=${seconds}`,
      `--fsize=${fileBytes}`,
      `--nofile=${maxOpenFiles}`,
      '--core=0',
    ];
  }
}

function isDone(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore', timeout: 2000 }).status === 0;
}
