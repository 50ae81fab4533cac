import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, RestartableProcess } from '@app/platform/testing';
import { eicar } from './fake-clamd.js';

/** Not on the path of everybody. */
const debianClamd = '/usr/sbin/clamd';

/**
 * A clamd of the test's own, on a free loopback port, that knows one virus: its real signatures are
 * some hundred megabytes, and change daily.
 */
export class ClamdProcess extends RestartableProcess {
  readonly #folder = mkdtempSync(join(tmpdir(), 'parley-clamd-'));

  private constructor(private readonly port: number) {
    super();
  }

  /** `maxBytes`: its `StreamMaxLength`. Throws when it does not start. */
  static async start(maxBytes: number): Promise<ClamdProcess> {
    const clamd = new ClamdProcess(await freePort());
    // A hexadecimal signature: of a file of any type, at its beginning.
    writeFileSync(join(clamd.#folder, 'test.ndb'), `Eicar:0:0:${eicar.toString('hex')}\n`);
    const settings = [
      `DatabaseDirectory ${clamd.#folder}`,
      'TCPAddr 127.0.0.1',
      `TCPSocket ${clamd.port}`,
      `StreamMaxLength ${maxBytes}`,
      'Foreground yes',
    ];
    writeFileSync(join(clamd.#folder, 'clamd.conf'), `${settings.join('\n')}\n`);
    await clamd.restart();
    return clamd;
  }

  get address() {
    return { host: '127.0.0.1', port: this.port };
  }

  /** For good. */
  async close(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  protected command() {
    const args = ['--config-file', join(this.#folder, 'clamd.conf')];
    const file = existsSync(debianClamd) ? debianClamd : 'clamd';
    return [file, args, 'Self checking every'] as const;
  }
}
