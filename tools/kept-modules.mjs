// The `runtime` of the server's tests: what files of tests import is made once for all files of a
// worker, in the one world of `kept-world.mjs`. Each file itself, and jest, is made anew.
import { ReadOnce } from './compile-once.mjs';

/** Loads all that is kept, for as long as the process lives. */
let kept;

class KeptModules extends ReadOnce {
  constructor(...parts) {
    super(...parts);
    const { watch, watchAll } = parts.at(-1);
    if (!watch && !watchAll) kept ??= new ReadOnce(...parts);
  }

  /** What a file of tests asks for. */
  requireModuleOrMock(from, name) {
    if (!kept || name === '@jest/globals') return super.requireModuleOrMock(from, name);
    return kept.requireModuleOrMock(from, name);
  }
}

// What `require` is to give.
export { KeptModules as 'module.exports' };
