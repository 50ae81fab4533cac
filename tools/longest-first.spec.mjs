import { readdirSync } from 'node:fs';
import LongestFirst from './longest-first.mjs';

/** Files of a clone of which jest knows no more than the size. */
const context = { config: { cache: false }, hasteFS: { getSize: () => 1 } };
const testsOf = (...paths) => paths.map((path) => ({ path: `/parley/${path}`, context }));
const inOrder = (...paths) => new LongestFirst().sort(testsOf(...paths)).map(({ path }) => path);

describe('The order of test files that have never run', () => {
  it('begins with what starts many processes, and ends with what starts none', () => {
    const order = [
      'test/scenarios/cluster-kills.scenario.ts',
      'test/authorization/matrix.scenario.ts',
      'test/deploy/nginx.spec.ts',
      'libs/chats/src/chats.service.medium.spec.ts',
      'libs/chats/src/marks.spec.ts',
    ];
    expect(inOrder(...order.toReversed())).toEqual(order.map((path) => `/parley/${path}`));
  });

  it('goes by what was measured where something was', () => {
    const [short, long] = testsOf('test/scenarios/cluster-kills.scenario.ts', 'libs/a.spec.ts');
    const sequencer = new LongestFirst();
    sequencer._getCache({ context })[short.path] = [1, 10];
    sequencer._getCache({ context })[long.path] = [1, 20];
    expect(sequencer.sort([short, long])).toEqual([long, short]);
  });

  it('knows files by the names that they have', () => {
    const names = ['test', 'tools'].flatMap((folder) => readdirSync(folder, { recursive: true }));
    const known = ['cluster', 'kills', 'scaled', 'setup/start.', 'authorization/', 'lint/'];
    for (const part of known) {
      expect(names.filter((name) => name.includes(part))).not.toEqual([]);
    }
  });
});
