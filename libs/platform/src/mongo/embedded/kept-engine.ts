import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefused } from '../../config/start-refused.js';
import type { Engine, EngineKind } from './find-engine.js';

/** What a data directory remembers of its database. */
export interface KeptEngine {
  readonly kind: EngineKind;
  /** Of the last start, 0 before the first. A replica set knows its member by it. */
  readonly port: number;
  /** Whether the user with the kept password exists. */
  readonly isSecured: boolean;
}

/**
 * Reads what is remembered in `directory`. Throws `StartRefused` when its data were written by
 * another engine than this one: their files do not read each other.
 */
export function readKeptEngine(directory: string, engine: Engine): KeptEngine {
  const file = recordFile(directory);
  const kept = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as KeptEngine)
    : { kind: writerOf(directory) ?? engine.kind, port: 0, isSecured: false };
  if (kept.kind === engine.kind) return kept;
  throw new StartRefused(
    `The data in ${directory} were written by ${titles[kept.kind]}, but the engine found is ` +
      `${titles[engine.kind]} (${engine.file}), which cannot read them. ${ways[kept.kind]}, or start ` +
      'with an empty data directory (`--data-dir`, PARLEY_DATA_DIR).',
  );
}

/** Of the last start. Undefined where there was none that came so far. */
export function keptPort(directory: string): number | undefined {
  const file = recordFile(directory);
  if (!existsSync(file)) return undefined;
  const { port, isSecured } = JSON.parse(readFileSync(file, 'utf8')) as KeptEngine;
  return isSecured ? port : undefined;
}

/** Whole or not at all. */
export function writeKeptEngine(directory: string, kept: KeptEngine): void {
  const file = recordFile(directory);
  writeFileSync(`${file}.new`, `${JSON.stringify(kept)}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

const titles = { mongod: 'MongoDB', secantus: 'SecantusDB' } as const;
const ways = {
  mongod: 'Name that `mongod` by PARLEY_MONGOD',
  secantus: 'Take `mongod` off the PATH and PARLEY_MONGOD out of the settings',
} as const;

const recordFile = (directory: string): string => join(directory, 'database.json');

/** A start that was killed early has left data but no record. */
function writerOf(directory: string): EngineKind | undefined {
  const folder = join(directory, 'database');
  const files = existsSync(folder) ? readdirSync(folder) : [];
  if (files.some((name) => name.startsWith('secantus'))) return 'secantus';
  return files.includes('storage.bson') ? 'mongod' : undefined;
}
