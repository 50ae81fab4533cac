import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';

/** Asks a dependency for a sign of life. Resolves when it is well, rejects when it is not. */
export type HealthCheck = () => Promise<unknown>;

export interface Health {
  /** `draining`: on the way out, or paused, whatever the dependencies say. */
  readonly status: 'ready' | 'not_ready' | 'draining';
  /** `{[name]: up or down}`. */
  readonly checks: Readonly<Record<string, 'up' | 'down'>>;
}

/** What a process does when it is to leave new work to others, and when it may take it again. */
export interface Pause {
  readonly begin: () => unknown;
  readonly end: () => unknown;
}

/** Ms that a dependency may take to answer a health check. */
const checkTimeoutMs = 1000;

/**
 * Whether this process should be given work: what `/health/ready` answers. Modules register what
 * they depend on, and what they do first when the process is told to stop.
 */
@Injectable()
export class Readiness implements OnModuleDestroy {
  readonly #logger = new Logger('Readiness');
  readonly #checks = new Map<string, { readonly check: HealthCheck; readonly isVital: boolean }>();
  readonly #farewells: (() => unknown)[] = [];
  readonly #pauses: Pause[] = [];
  #drained: Promise<void> | undefined;
  #isPaused = false;
  #isToPause = false;
  #turning: Promise<void> | undefined;

  /** On its way out, or paused. */
  get isDraining(): boolean {
    return this.#drained !== undefined || this.#isPaused;
  }

  /**
   * `name` appears in the answer. Not `isVital` (default true): the process is of use without it,
   * and stays ready. The same name again replaces the check, and once vital is vital.
   */
  addCheck(name: string, check: HealthCheck, { isVital = true } = {}): void {
    const known = this.#checks.get(name);
    this.#checks.set(name, { check, isVital: isVital || known?.isVital === true });
  }

  /**
   * Something to do after the process is no longer ready and before it stops to answer: sockets are
   * told `draining`. All run at once, and are waited for; a failure is logged and stops nothing.
   */
  onDrain(farewell: () => unknown): void {
    this.#farewells.push(farewell);
  }

  /** What is done besides when the process is paused. */
  onPause(pause: Pause): void {
    this.#pauses.push(pause);
  }

  /**
   * Leaves new work to others, as if it were about to stop, until it is told otherwise. Idempotent;
   * resolves when it is as was wished last. Nothing comes of it in a process that stops.
   */
  pause(isToPause: boolean): Promise<void> {
    this.#isToPause = isToPause;
    this.#turning ??= this.#turn().finally(() => (this.#turning = undefined));
    return this.#turning;
  }

  /** Not ready from now on. Idempotent; resolves when everything of `onDrain` is through. */
  drain(): Promise<void> {
    this.#drained ??= this.#runAll(this.#farewells);
    return this.#drained;
  }

  /** The first thing that Nest does in `app.close()`; modules give up what they hold later on. */
  async onModuleDestroy(): Promise<void> {
    await this.drain();
  }

  /** Never rejects; takes a second at most. */
  async health(): Promise<Health> {
    const entries = await Promise.all(
      [...this.#checks].map(async ([name, { check, isVital }]) => {
        return { name, isVital, state: await stateOf(check) };
      }),
    );
    const isWell = entries.every(({ isVital, state }) => state === 'up' || !isVital);
    return {
      status: this.isDraining ? 'draining' : isWell ? 'ready' : 'not_ready',
      checks: Object.fromEntries(entries.map(({ name, state }) => [name, state])),
    };
  }

  /** One after the other: what is ended has begun before. */
  async #turn(): Promise<void> {
    while (this.#isPaused !== this.#isToPause && this.#drained === undefined) {
      this.#isPaused = this.#isToPause;
      await this.#runAll(this.#pauses.map(({ begin, end }) => (this.#isPaused ? begin : end)));
    }
  }

  async #runAll(steps: readonly (() => unknown)[]): Promise<void> {
    for (const result of await Promise.allSettled(steps.map((step) => begin(step))))
      if (result.status === 'rejected') this.#logger.error(result.reason);
  }
}

/** A farewell that throws at once is a failed one like any other. */
async function begin(farewell: () => unknown): Promise<void> {
  await farewell();
}

async function stateOf(check: HealthCheck): Promise<'up' | 'down'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer')), checkTimeoutMs);
  });
  try {
    await Promise.race([check(), late]);
    return 'up';
  } catch {
    // Whatever a dependency fails with: the answer is that it is down. Its users log why.
    return 'down';
  } finally {
    clearTimeout(timer);
  }
}
