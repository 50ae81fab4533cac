import { calls } from './calls.bench.js';
import { direct } from './direct.bench.js';
import { fanout } from './fanout.bench.js';
import { files } from './files.bench.js';
import { idle } from './idle.bench.js';
import { latency } from './latency.bench.js';
import { page } from './page.bench.js';
import { scroll } from './scroll.bench.js';
import { search } from './search.bench.js';
import { shapes } from './shapes.bench.js';
import { uploads } from './uploads.bench.js';

const benches = {
  fanout,
  direct,
  latency,
  idle,
  shapes,
  page,
  scroll,
  files,
  uploads,
  calls,
  search,
};

/** `npm run bench -- <name> [rounds]`; no name: all of them. */
const [name, rounds = '5'] = process.argv.slice(2);
if (name !== undefined && !(name in benches)) {
  console.error(`There is no ${name}; choose from ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
const chosen = name ? [benches[name as keyof typeof benches]] : Object.values(benches);
for (const bench of chosen) await bench(Number(rounds));
