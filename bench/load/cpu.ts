import { readdirSync, readFileSync } from 'node:fs';

/** CPU time of all threads of these processes so far, in ms, by the kernel's own account. */
export function cpuMs(pids: readonly number[]): number {
  let ns = 0;
  for (const pid of pids) {
    for (const task of readdirSync(`/proc/${pid}/task`)) {
      ns += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]);
    }
  }
  return ns / 1e6;
}

/** Resident memory of a process, in kB. */
export const residentKb = (pid: number): number => memoryKb(pid, 'VmRSS');

/** As `residentKb`, at most so far. */
export const peakKb = (pid: number): number => memoryKb(pid, 'VmHWM');

function memoryKb(pid: number, figure: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${figure}:\\s+(\\d+) kB`, 'u').exec(status)![1]);
}

/** `fraction` 0.5: the median. Sorts a copy. */
export function quantile(values: readonly number[], fraction: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * fraction))] ?? 0;
}
