import { decodeTimes } from './segment.js';

/** What of a chat waits to be put into places; read only where something of it is asked for. */
export class Tail {
  #times: ReadonlyMap<number, number> | undefined;

  constructor(readonly bytes: Uint8Array) {}

  /** `Map<seq, ms since 1970>`: of these slots it is the tail that says what they hold. */
  get times(): ReadonlyMap<number, number> {
    return (this.#times ??= decodeTimes(this.bytes));
  }
}
