import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { run } from '../setup/run-command.mjs';
import { libsrtpIn } from './libsrtp.mjs';
import { sourcesOf } from './sources.mjs';
import { halvesOf, unitsOf } from './units.mjs';

const shim = join(import.meta.dirname, 'shim');
const common = ['-O2', '-g0', '-DNDEBUG', '-pthread', '-w'];

/**
 * Builds mediasoup's worker as `out` from the C++ that its npm package (`source`) ships, against
 * Debian's libraries and the source of libsrtp 2 in `srtp`: without mediasoup's own build system,
 * which is meson, pip and eight downloads. `folder` is for what comes in between; `report` is told
 * how far it is. `shim` has the headers that Debian lacks.
 */
export async function buildWorker({ source, srtp, folder, out, report }) {
  mkdirSync(join(folder, 'fbs/FBS'), { recursive: true });
  const { program, webrtc, schemas, includes } = sourcesOf(join(source, 'worker'));
  await makeSchemas(schemas, join(folder, 'fbs/FBS'));
  const library = libsrtpIn(srtp, folder);
  const paths = [shim, library.headers, join(folder, 'fbs'), ...includes];
  const units = [...unitsOf(program, 4, folder), ...unitsOf(webrtc, 1, folder), ...library.units];
  const objects = await compileAll(units, cxxFlags(paths), report);
  report('linking');
  const libraries = ['-l:libuv_a.a', '-lssl', '-lcrypto', '-ldl'];
  const flags = ['-O2', '-s', '-pthread', '-Wl,--as-needed', '-o', out];
  await run('g++', [...flags, ...objects, ...libraries]);
}

/** The headers of its messages, by the options of mediasoup's own build. */
function makeSchemas(schemas, folder) {
  const options = ['--cpp', '--cpp-field-case-style', 'lower', '--reflect-names'];
  options.push('--scoped-enums', '--filename-suffix', '', '-o', folder);
  return run('flatc', [...options, ...schemas]);
}

const cxxFlags = (paths) => [
  ...['-std=c++20', '-DMS_LITTLE_ENDIAN', '-DMS_EXECUTABLE', '-DFLATBUFFERS_LOCALE_INDEPENDENT=1'],
  ...common,
  ...paths.map((path) => `-I${path}`),
  ...['-include', join(shim, 'prelude.hpp')],
];

/** The largest first, one for each core; resolves with the objects. */
async function compileAll(units, flags, report) {
  const queue = units.sort((a, b) => b.size - a.size);
  const all = queue.reduce((sum, { size }) => sum + size, 0);
  const objects = [];
  let done = 0;
  const work = async () => {
    for (let unit = queue.shift(); unit; unit = queue.shift()) {
      const halves = await compile(unit, flags);
      if (halves) {
        queue.unshift(...halves);
        continue;
      }
      objects.push(unit.object);
      done += unit.size;
      report(`${Math.floor((100 * done) / all)} % compiled`);
    }
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, work));
  } finally {
    // A failure is one of all: nobody begins another unit.
    queue.length = 0;
  }
  return objects;
}

/** Resolves with its halves where it does not compile as a whole. */
async function compile(unit, flags) {
  const [compiler, options] =
    unit.language === 'c' ? ['gcc', [...common, ...unit.flags]] : ['g++', flags];
  try {
    await run(compiler, [...options, '-c', '-o', unit.object, unit.file]);
    return undefined;
  } catch (error) {
    // Two sources that do not bear each other; one alone has no excuse.
    if (unit.files.length === 1) throw error;
    return halvesOf(unit);
  }
}
