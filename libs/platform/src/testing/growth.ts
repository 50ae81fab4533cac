import type { MongoProcess } from './mongo-process.js';

/** The same thing twice, in databases of one engine: small, and grown. */
export interface Grown<T> {
  readonly engine: MongoProcess;
  readonly small: T;
  readonly large: T;
}

/** `rounds` default 5, `repetitions` in a round default 10. */
export interface Effort {
  readonly rounds?: number;
  readonly repetitions?: number;
  /** Goes on, for up to nine times as many rounds, until it is no more than this. */
  readonly most?: number;
}

/**
 * What some work on the large one costs the engine, as a multiple of the small one: CPU time, by
 * the least of interleaved rounds. Others on the machine, who share its caches, only ever add to
 * it, and seldom in every round: where there are many of them, more rounds are needed.
 */
export async function growth<T>(
  { engine, small, large }: Grown<T>,
  work: (on: T) => Promise<unknown>,
  { rounds = 5, repetitions = 10, most = Infinity }: Effort = {},
): Promise<number> {
  const cost = async (on: T): Promise<number> => {
    const before = engine.cpuMs();
    for (let i = 0; i < repetitions; i++) await work(on);
    return engine.cpuMs() - before;
  };
  // It warms up.
  for (const on of [small, large]) await cost(on);
  const least = { small: Infinity, large: Infinity };
  const times = () => least.large / least.small;
  for (let round = 1; round <= rounds || (round <= 9 * rounds && times() > most); round++) {
    least.small = Math.min(least.small, await cost(small));
    least.large = Math.min(least.large, await cost(large));
  }
  return times();
}
