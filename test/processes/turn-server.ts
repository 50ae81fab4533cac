import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort, RestartableProcess } from '@app/platform/testing';

/** coturn as it is shipped, on a free loopback port, for people who are there, too. */
export class TurnServer extends RestartableProcess {
  readonly #folder = mkdtempSync(join(tmpdir(), 'parley-turn-'));

  private constructor(
    private readonly port: number,
    private readonly secret: string,
  ) {
    super();
  }

  /** Needs `turnserver` on the path. Throws when it does not start. */
  static async start(secret: string): Promise<TurnServer> {
    const turn = new TurnServer(await freePort(), secret);
    await turn.restart();
    return turn;
  }

  get url(): string {
    return `turn:127.0.0.1:${this.port}?transport=udp`;
  }

  /** What it has passed on from one person to another, of relays that are closed. */
  get relayedBytes(): number {
    const sent = [...this.said.matchAll(/peer usage: .*, sb=(\d+)/gu)];
    return sent.reduce((all, [, bytes]) => all + Number(bytes), 0);
  }

  /** For good. */
  async close(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  protected command() {
    const environment = [`TMPDIR=${this.#folder}`, `PARLEY_TURN_SECRET=${this.secret}`];
    const here = [
      '--listening-ip=127.0.0.1',
      '--relay-ip=127.0.0.1',
      `--listening-port=${this.port}`,
      // Of UDP; one that somebody has is passed over.
      '--min-port=20000',
      '--max-port=31999',
      // Says what each relay has passed on once it closes.
      '--verbose',
      '--allow-loopback-peers',
      '--allowed-peer-ip=127.0.0.1',
      `--pidfile=${join(this.#folder, 'pid')}`,
    ];
    const args = [...environment, resolve('deploy/turn/start.sh'), ...here];
    // `env` and the script become what they start.
    return ['env', args, 'Total General servers'] as const;
  }
}
