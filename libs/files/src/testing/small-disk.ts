import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A disk that is soon full: in memory, mounted in a name space of its own, so that it takes no
 * rights and goes away with its process. By `unshare` of util-linux.
 */
export class SmallDisk {
  private constructor(
    /** Where it is for us. */
    readonly folder: string,
    private readonly child: ChildProcess,
    private readonly mountedOn: string,
  ) {}

  /** Throws when the system lets nobody mount. */
  static async mount(mebibytes: number): Promise<SmallDisk> {
    const mountedOn = mkdtempSync(join(tmpdir(), 'parley-small-disk-'));
    const mount = `mount -t tmpfs -o size=${mebibytes}m tmpfs ${mountedOn}`;
    // `read` ends when we do: its input is ours.
    const script = `${mount} && echo mounted && read -r _`;
    const child = spawn('unshare', ['--map-root-user', '--mount', 'sh', '-c', script], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    for await (const line of child.stdout) {
      if (!String(line).includes('mounted')) continue;
      return new SmallDisk(join(`/proc/${child.pid}/root`, mountedOn), child, mountedOn);
    }
    throw new Error('The small disk is not mounted');
  }

  async unmount(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.stdin?.end();
    await gone;
    rmSync(this.mountedOn, { recursive: true, force: true });
  }
}
