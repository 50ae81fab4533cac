import { commandPath } from './debian-packages.mjs';
import { cached, makeInCache, officialMongod, secantus } from './engine-recipes.mjs';
import { cacheFolder, readEnvironment } from './places.mjs';

const answerMs = 5000;
const makerUrl = 'https://fastdl.mongodb.org/';

/**
 * The task that sees to a database engine, first that works: one given by the settings, a `mongod`
 * on the path, the cache, the official download, a build by cargo. Tests (`forTests`) run on the same
 * one everywhere: the last.
 */
export function engine({
  forTests = false,
  environment = readEnvironment(),
  cache = cacheFolder(environment),
  recipes = { officialMongod, secantus },
  hasAnswer = makerAnswers,
} = {}) {
  return {
    name: 'database engine',
    isDone: () =>
      forTests
        ? cached(recipes.secantus, cache) !== undefined
        : isThere({ environment, cache, recipes }),
    async make({ report, after }) {
      const failures = [];
      if (!forTests) report('asking for the official one');
      if (!forTests && (await hasAnswer(environment))) {
        try {
          // The downloader is one of the dependencies.
          await after('dependencies');
          await makeInCache(recipes.officialMongod, cache, report);
          return;
        } catch (error) {
          // A cut connection or a wrong checksum: there is another way.
          failures.push(`download: ${error.message}`);
        }
      } else if (!forTests) failures.push(`download: no answer from ${makerUrl}`);
      try {
        report('building it by cargo');
        await makeInCache(recipes.secantus, cache, report);
      } catch (error) {
        // The last way: all that was tried is said, and what else there is.
        throw new Error(waysOut([...failures, `build: ${error.message}`]));
      }
    },
  };
}

function isThere({ environment, cache, recipes }) {
  // A wrong address or path is for the server to refuse, in words.
  if (environment.MONGODB_URI || environment.PARLEY_MONGOD) return true;
  if (commandPath('mongod', environment.PATH)) return true;
  return Object.values(recipes).some((recipe) => cached(recipe, cache) !== undefined);
}

async function makerAnswers(environment) {
  // What goes through a proxy, only the downloader can ask; it gives up as early.
  if (environment.https_proxy || environment.HTTPS_PROXY) return true;
  try {
    const url = environment.MONGOMS_DOWNLOAD_MIRROR || makerUrl;
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(answerMs) });
    return true;
  } catch {
    // No name, no route, no answer: all the same to us.
    return false;
  }
}

const waysOut = (failures) =>
  [
    'There is no database engine, and none could be made:',
    ...failures.map((line) => `  ${line.replaceAll('\n', '\n    ')}`),
    'Three ways out: install MongoDB, so that `mongod` is on the PATH (or name it by PARLEY_MONGOD);',
    'set MONGODB_URI to a replica set that runs already; or install cargo and cmake and try again.',
  ].join('\n');
