import * as fc from 'fast-check';
import type { Saying } from './readers-model.js';
import { idOf, SearchedWorld, type Fence } from './searched-world.js';

const people = ['ada', 'ben', 'cy'];
const words = ['alpha', 'alphabet', 'beta', 'gamma'];

/** A query, and whether something that was said is what it looks for. */
const queries: readonly (readonly [
  q: string,
  fits: (text: string[], saying: Saying) => boolean,
])[] = [
  ['alpha', (text) => text.some((word) => word.startsWith('alpha'))],
  ['bet', (text) => text.some((word) => word.startsWith('bet'))],
  ['"alpha"', (text) => text.includes('alpha')],
  ['"alpha beta"', (text) => text.join(' ').includes('alpha beta')],
  ['gamma -beta', (text) => text.includes('gamma') && !text.includes('beta')],
  ['beta from:ben', (text, { by }) => text.includes('beta') && by === 'ben'],
  ['-alpha from:ada', (text, { by }) => !text.includes('alpha') && by === 'ada'],
];

const person = fc.constantFrom(...people);
const said = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 });
const nth = fc.nat(20);

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('say'), who: person, nth, said }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('edit'), who: person, nth, said }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete'), who: person, nth, said }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('hide'), who: person, nth, said }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('add'), who: person, nth, said }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('leave'), who: person, nth, said }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('found'), who: person, nth, said }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lose'), who: person, nth, said }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('search'), who: person, nth, said }) },
);
type Step = (typeof step extends fc.Arbitrary<infer T> ? T : never) & { kind: string };

async function take(world: SearchedWorld, { kind, who, nth: at, said: text }: Step): Promise<void> {
  const { model } = world;
  const chat = at % model.chats.length;
  const saying = model.sayings[at % Math.max(1, model.sayings.length)];
  if (kind === 'found')
    return world.found(
      who,
      [people[at % 3]!].filter((one) => one !== who),
      at % 2 === 0,
    );
  if (kind === 'say') return world.say(who, chat, text.join(' '));
  if (kind === 'add') return world.add(who, chat);
  if (kind === 'leave') return world.leave(who, chat);
  if (kind === 'lose') {
    world.loseFacts(at % 2 === 0);
    return;
  }
  if (kind === 'search') return look(world, who, queries[at % queries.length]!);
  if (!saying) return;
  if (kind === 'edit') return world.edit(saying, text.join(' '));
  if (kind === 'delete') return world.delete(saying);
  return world.hide(who, saying);
}

async function look(
  world: SearchedWorld,
  who: string,
  [q, fits]: (typeof queries)[number],
): Promise<void> {
  const readable = world.model.readable(who);
  const expected = readable.filter((saying) => fits(saying.text.split(' '), saying)).map(inWords);
  const { found, beside } = await world.search(who, q);
  mustBe([who, q, ...found], [who, q, ...expected.toSorted()]);
  const mayBeRead = new Set(readable.map(inWords));
  mustBe([who, q, ...beside.filter((one) => !mayBeRead.has(one))], [who, q]);
  hits += expected.length;
  neighbours += beside.length;
}

/** `expect` makes all its matchers anew, which takes longer than a search: for differences only. */
function mustBe(words: readonly string[], expected: readonly string[]): void {
  const isSame = words.length === expected.length && words.every((one, at) => one === expected[at]);
  if (!isSame) expect(words).toEqual(expected);
}

const inWords = ({ chat, seq, text }: Saying) => `${idOf(chat)}:${seq} ${text}`;

/** What searches found, and showed beside it: a law about nothing would be none. */
let [hits, neighbours] = [0, 0];

async function live(fence: Fence, steps: readonly Step[]): Promise<void> {
  const world = new SearchedWorld(fence);
  await world.found('ada', ['ben'], false);
  for (const one of steps) await take(world, one);
  for (const who of people) for (const query of queries) await look(world, who, query);
  await world.close();
}

describe('A search', () => {
  it.each([
    ['both', 1200],
    ['scope', 500],
    ['log', 500],
  ] as const)(
    'finds all that somebody may read, and nothing else, whatever happened (%s)',
    async (fence, numRuns) => {
      [hits, neighbours] = [0, 0];
      const history = fc.array(step, { minLength: 5, maxLength: 40 });
      await fc.assert(
        fc.asyncProperty(history, (steps) => live(fence, steps as Step[])),
        { numRuns },
      );
      expect(hits).toBeGreaterThan(numRuns);
      expect(neighbours).toBeGreaterThan(numRuns);
    },
    240_000,
  );
});
