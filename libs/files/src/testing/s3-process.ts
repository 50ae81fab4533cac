import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, RestartableProcess } from '@app/platform/testing';

/**
 * A server of the test's own that speaks S3, on a free loopback port, with one bucket, empty at
 * first: a restart comes back with what it kept.
 */
export class S3Process extends RestartableProcess {
  readonly bucket = 'parley';
  /** The only ones that it knows. */
  readonly credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
  readonly #folder = mkdtempSync(join(tmpdir(), 'parley-s3-'));

  private constructor(private readonly port: number) {
    super();
  }

  /** Throws when it does not start. */
  static async start(): Promise<S3Process> {
    const s3 = new S3Process(await freePort());
    await s3.restart();
    return s3;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** For good. */
  async close(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  protected command() {
    const args = [join(__dirname, 'run-s3.mjs'), this.#folder, String(this.port), this.bucket];
    return [process.execPath, args, 'Ready'] as const;
  }
}
