import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programOn } from '@app/platform';
import { eventually } from '@app/platform/testing';

/**
 * Before all programs that a server runs within bounds: a `prlimit` that waits where the gate is
 * closed, and then is the real one. So a program takes as long as a story wants.
 */
export class ProgramGate {
  readonly #folder = mkdtempSync(join(tmpdir(), 'parley-gate-'));
  readonly #pipe = join(this.#folder, 'gate');
  #closed: FileHandle | undefined;

  constructor() {
    const paths = (process.env['PATH'] ?? '').split(':');
    const lines = [
      '#!/bin/sh',
      // Whoever reads from a pipe waits until nobody has it open for writing any more.
      `if [ -p '${this.#pipe}' ]; then : > '${this.#waits}'; cat '${this.#pipe}'; fi`,
      `exec ${programOn(paths, 'prlimit')} "$@"`,
    ];
    writeFileSync(join(this.#folder, 'prlimit'), `${lines.join('\n')}\n`, { mode: 0o755 });
  }

  /** For a server. */
  get searchPath(): string {
    return `${this.#folder}:${process.env['PATH']}`;
  }

  get #waits(): string {
    return join(this.#folder, 'waits');
  }

  async close(): Promise<void> {
    rmSync(this.#waits, { force: true });
    execFileSync('mkfifo', [this.#pipe]);
    this.#closed = await open(this.#pipe, 'r+');
  }

  /** Resolves once a program waits. */
  async isWaitedAt(): Promise<void> {
    await eventually(() => expect(existsSync(this.#waits)).toBe(true));
  }

  async open(): Promise<void> {
    rmSync(this.#pipe, { force: true });
    await this.#closed?.close();
    this.#closed = undefined;
  }

  async remove(): Promise<void> {
    await this.open();
    rmSync(this.#folder, { recursive: true });
  }
}
