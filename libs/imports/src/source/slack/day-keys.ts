import { hash } from 'node:crypto';
import type { SourceMessage } from '../import-source.js';

/** Of one chat and day; what is beyond is known by its time alone. */
const mostRemembered = 1_000_000;

/**
 * Keys of what was said in one chat on one day. Slack's own times are unique in a chat; exports
 * that other programs have made know no moments below a second, and repeat themselves.
 */
export class DayKeys {
  readonly #known = new Set<string>();

  /** `ts`: of the first that has it. Undefined for the same once more. */
  keyOf(ts: string, { authorKey, text }: Pick<SourceMessage, 'authorKey' | 'text'>) {
    if (this.#known.size >= mostRemembered) return ts;
    const said = `${ts} ${hash('sha1', `${authorKey}\0${text}`, 'hex').slice(0, 24)}`;
    if (this.#known.has(said)) return undefined;
    const key = this.#known.has(ts) ? said : ts;
    this.#known.add(ts).add(said);
    return key;
  }
}
