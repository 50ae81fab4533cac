import { cached, makeInCache } from './engine-recipes.mjs';
import { builtWorker, prebuiltWorker } from './media-worker-recipes.mjs';
import { cacheFolder, readEnvironment } from './places.mjs';

/**
 * The task that sees to the worker that group calls pass through, first that works: the cache,
 * mediasoup's own, a build from its package. Without one everything else works, and the line of
 * this task says what to do.
 */
export function mediaWorker({
  environment = readEnvironment(),
  cache = cacheFolder(environment),
  recipes = [prebuiltWorker, builtWorker],
} = {}) {
  return {
    name: 'media worker',
    isDone: () =>
      // One that does not run is for the server to say, in words.
      Boolean(environment.PARLEY_MEDIA_WORKER) ||
      recipes.some((recipe) => cached(recipe, cache) !== undefined),
    async make({ report, after }) {
      try {
        // The source is one of the dependencies, and so is what tries the result.
        await after('dependencies');
      } catch {
        // The failure is reported by its own task.
        return skipped(['there are no dependencies']);
      }
      const failures = [];
      for (const recipe of recipes) {
        if (await isMade(recipe, cache, report, failures)) return undefined;
      }
      return skipped(failures);
    },
  };
}

const skipped = (failures) => ({
  state: 'skipped',
  note: `without it there are no group calls: ${failures.join('; ')}`,
});

async function isMade(recipe, cache, report, failures) {
  try {
    await makeInCache(recipe, cache, report);
    return true;
  } catch (error) {
    // No network, no compiler, no such machine: there is another way, or none.
    failures.push(error.cause ? `${error.message} (${error.cause.message})` : error.message);
    return false;
  }
}
