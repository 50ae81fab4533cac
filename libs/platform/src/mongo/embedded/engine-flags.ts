import type { EngineKind } from './find-engine.js';

/** How an engine is to run. */
export interface EngineTask {
  readonly folder: string;
  readonly port: number;
  /** Only known users get in. Absent: anyone on loopback. */
  readonly keyFile?: string | undefined;
}

/** The name of the replica set of one. */
export const replicaSet = 'rs0';

/** The command line of an engine. It listens on loopback only. */
export function engineFlags(kind: EngineKind, task: EngineTask): string[] {
  return kind === 'mongod' ? mongodFlags(task) : secantusFlags(task);
}

/** The two arguments by which the process of a data folder is known. */
export function folderFlags(folder: string): readonly (readonly [string, string])[] {
  return [
    ['--dbpath', folder],
    ['--storage-path', folder],
  ];
}

function mongodFlags({ folder, port, keyFile }: EngineTask): string[] {
  const flags = ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1'];
  flags.push('--nounixsocket', '--replSet', replicaSet, '--quiet');
  flags.push('--wiredTigerCacheSizeGB', '0.25');
  // Members of a set know each other by a key; with one, log-in is demanded of everybody.
  return keyFile === undefined ? flags : [...flags, '--keyFile', keyFile];
}

function secantusFlags({ folder, port, keyFile }: EngineTask): string[] {
  const flags = ['--storage-path', folder, '--port', String(port), '--host', '127.0.0.1'];
  // Without --sync-on-commit the engine acks j:true writes that a kill -9 takes back.
  flags.push('--sync-on-commit', '--cache-size', '256M', '--log-level', 'WARNING');
  return keyFile === undefined ? flags : [...flags, '--auth'];
}
