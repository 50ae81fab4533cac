import type { Readable } from 'node:stream';
import { problem } from '@app/contracts';
import { CONFIG, type Config, Readiness } from '@app/platform';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Slots } from '../slots.js';
import { Clamd, ClamdFailed, type Verdict } from './clamd.js';

/** Scans of one process at once: fewer than clamd has threads. */
const atOnce = 4;

/** Contents that may wait for one to end. */
const maxWaiting = 500;

const away = () => problem('service_unavailable', { service: 'scanner' });

/** Has contents looked at by a virus scanner, where the settings name one. */
@Injectable()
export class Scanner implements OnModuleInit {
  readonly #logger = new Logger(Scanner.name);
  readonly #slots = new Slots(atOnce, maxWaiting, 'scanner');
  readonly #clamd: Clamd | undefined;

  constructor(
    private readonly readiness: Readiness,
    @Inject(CONFIG) { scan }: Pick<Config, 'scan'>,
  ) {
    this.#clamd = scan && new Clamd(scan.clamd, scan.seconds * 1000);
  }

  /** Without it nothing but uploads is refused, and those in words. */
  onModuleInit(): void {
    const clamd = this.#clamd;
    if (clamd) this.readiness.addCheck('scanner', () => clamd.ping(), { isVital: false });
  }

  /** Throws `malware_found`, and `service_unavailable {service: 'scanner'}` when it is away. */
  async check(open: () => Readable): Promise<void> {
    if (!this.#clamd) return;
    const verdict = await this.#ask(this.#clamd, open);
    if (verdict.is === 'clean') return;
    const { signature } = verdict;
    this.#logger.warn({ msg: 'An upload was refused as malware', signature });
    throw problem('malware_found', { signature });
  }

  async #ask(clamd: Clamd, open: () => Readable): Promise<Verdict> {
    const release = await this.#slots.take();
    try {
      return await clamd.scan(open());
    } catch (error) {
      // It is away, silent, or takes no more.
      if (!(error instanceof ClamdFailed)) throw error;
      this.#logger.error(`The virus scanner is away: ${error.message}`);
      throw away();
    } finally {
      release();
    }
  }
}
