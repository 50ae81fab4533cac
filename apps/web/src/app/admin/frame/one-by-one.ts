import { ConnectionLost, RequestProblem } from '@app/web-session';
import { problemWords } from '../../problem-words';

/** What became of it: about whom or what it was done, as they are now, and about which not. */
export interface Outcome<T> {
  readonly done: readonly T[];
  readonly failed: readonly T[];
  /** Why not, in words; empty: none is left. */
  readonly problem: string;
}

/**
 * Does it about one after the other, each as far as it goes. `deed`: resolves with what that one is
 * then. What would fail for all of them ends it.
 */
export async function oneByOne<T extends { readonly name: string }>(
  all: readonly T[],
  deed: (one: T) => Promise<T>,
): Promise<Outcome<T>> {
  const [done, failed, why]: [T[], T[], string[]] = [[], [], []];
  for (const [at, one] of all.entries()) {
    try {
      done.push(await deed(one));
    } catch (error) {
      // Refused, or no connection: said with the name.
      failed.push(one);
      why.push(`${one.name}: ${problemWords(error)}`);
      if (!isAboutAll(error)) continue;
      failed.push(...all.slice(at + 1));
      break;
    }
  }
  return { done, failed, problem: why.join(' ') };
}

/** The next one would fail as well. */
function isAboutAll(error: unknown): boolean {
  return error instanceof ConnectionLost || (error instanceof RequestProblem && error.isPassing);
}
