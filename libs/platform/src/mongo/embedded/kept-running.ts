import { setTimeout as pause } from 'node:timers/promises';
import type { EngineProcess } from './engine-process.js';

/** Pauses before the restarts of an engine that does not stay up, in ms; then it is given up. */
const pausesMs = [0, 250, 1000, 3000];
/** An engine that stayed up this long is not one that keeps dying. */
const steadyMs = 60_000;

/** An engine that is started again when it dies, on the same port, so that drivers reconnect. */
export class KeptRunning {
  readonly port: number;
  /** Resolves with the reason when the engine keeps dying and is no longer restarted. */
  readonly failed: Promise<Error>;
  readonly #launch: () => Promise<EngineProcess>;
  readonly #giveUp: (reason: Error) => void;
  #engine: EngineProcess;
  readonly #closing = new AbortController();
  #closed: Promise<void> | undefined;
  #restart: Promise<void> = Promise.resolve();

  private constructor(port: number, launch: () => Promise<EngineProcess>, engine: EngineProcess) {
    this.port = port;
    this.#launch = launch;
    this.#engine = engine;
    const { promise, resolve } = Promise.withResolvers<Error>();
    this.failed = promise;
    this.#giveUp = resolve;
    this.#watch(engine, 0);
  }

  static async start(port: number, launch: () => Promise<EngineProcess>): Promise<KeptRunning> {
    return new KeptRunning(port, launch, await launch());
  }

  get pid(): number {
    return this.#engine.pid;
  }

  /** Stops the engine in order. Idempotent. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    this.#closing.abort();
    // A restart under way ends first, or its engine would be nobody's.
    await this.#restart;
    await this.#engine.stop();
  }

  #watch(engine: EngineProcess, deaths: number): void {
    const since = Date.now();
    void engine.gone.then(() => {
      if (this.#isClosing) return;
      const wasSteady = Date.now() - since > steadyMs;
      this.#restart = this.#revive(wasSteady ? 0 : deaths);
    });
  }

  async #revive(deaths: number): Promise<void> {
    let last: unknown = 'it left without a word';
    for (let death = deaths; death < pausesMs.length; death++) {
      await this.#pause(pausesMs[death]!);
      // Closing while it was down: there is nothing left to stop.
      if (this.#isClosing) return;
      try {
        this.#engine = await this.#launch();
        this.#watch(this.#engine, death + 1);
        return;
      } catch (error) {
        // Bounded: it is tried again after the next pause, and then given up.
        last = error;
      }
    }
    this.#giveUp(new Error('The database keeps dying', { cause: last }));
  }

  get #isClosing(): boolean {
    return this.#closing.signal.aborted;
  }

  async #pause(ms: number): Promise<void> {
    // Rejects only when cut short by `close`, for which the caller looks next.
    await pause(ms, undefined, { signal: this.#closing.signal }).catch(() => undefined);
  }
}
