import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { Part } from '../../apps/cluster/src/part.js';

/** Which of these has started the process that listens at a UDP port of this machine. */
export function ownerOfPort(port: number, parts: readonly Part[]): Part {
  const socket = socketAt(port);
  const found = parts.find(
    ({ pid }) => pid !== undefined && childrenOf(pid).some((child) => has(child, socket)),
  );
  if (!found) throw new Error(`No child of ${parts.map(({ name }) => name).join()} has ${port}`);
  return found;
}

/** As the kernel names it. */
function socketAt(port: number): string {
  const address = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const lines = readFileSync('/proc/net/udp', 'utf8').split('\n').slice(1);
  const fields = lines.map((line) => line.trim().split(/\s+/));
  const [, , , , , , , , , inode] = fields.find(([, local]) => local?.endsWith(address) === true)!;
  return `socket:[${inode}]`;
}

const childrenOf = (pid: number): string[] =>
  readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
  );

const has = (pid: string, socket: string): boolean =>
  readdirSync(`/proc/${pid}/fd`).some((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`) === socket);
