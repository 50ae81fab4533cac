import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { folderFlags } from './engine-flags.js';

const patienceMs = 30_000;

/**
 * Stops the engines that a killed server left running on this data folder, in order, by force after
 * 30 s. They are known by their command line and nothing else: a recorded process id may belong
 * to somebody else by now.
 */
export async function stopOrphans(folder: string): Promise<void> {
  for (const pid of enginesOn(folder)) {
    const deadline = Date.now() + patienceMs;
    signal(pid, 'SIGTERM');
    // Not our child, so there is no exit event to wait for.
    while (isEngineOn(pid, folder)) {
      if (Date.now() > deadline) signal(pid, 'SIGKILL');
      await pause(20);
    }
  }
}

/** The ids of the processes whose command line says that they serve this folder. */
export function enginesOn(folder: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && isEngineOn(pid, folder));
}

function isEngineOn(pid: number, folder: string): boolean {
  const words = commandLine(pid);
  const isEngine = words.slice(0, 3).some((word) => /(^|\/)(mongod|secantusd-rs)[^/]*$/.test(word));
  return (
    isEngine && folderFlags(folder).some(([flag, path]) => words[words.indexOf(flag) + 1] === path)
  );
}

function commandLine(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    // The process has ended since it was listed, or is none of ours.
    return [];
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    // ESRCH: it ended by itself, which is what we want.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
