// The `testEnvironment` of the server's tests.
import { TestEnvironment } from 'jest-environment-node';

/** Of jest-circus: they would go on telling what is told of the file before. */
const handlers = Symbol.for('EVENT_HANDLERS');

let kept;

/**
 * jest's own for Node, one for all files of a worker: modules that are kept (`kept-modules.mjs`)
 * know no other `Error` or `process`. What a file changed in it is taken back.
 */
export default class KeptWorld extends TestEnvironment {
  #environment;
  #exit;

  constructor(config, context) {
    if (kept) return kept;
    super(config, context);
    kept = this;
    const { env, exit } = this.global.process;
    this.#environment = { ...env };
    this.#exit = exit;
  }

  async teardown() {
    this.fakeTimersModern.useRealTimers();
    const { process } = this.global;
    process.exit = this.#exit;
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, this.#environment);
    delete this.global[handlers];
  }
}
