import type { MongoProcess } from './mongo-process.js';

/** The same thing twice, in databases of one engine: small, and grown. */
export interface Grown<T> {
  readonly engine: MongoProcess;
  readonly small: T;
  readonly large: T;
}

/** `rounds` default 9, `repetitions` in a round default 10. */
export interface Effort {
  readonly rounds?: number;
  readonly repetitions?: number;
}

/**
 * What some work on the large one costs the engine, as a multiple of the small one: CPU time, by
 * the least of interleaved rounds. Others on the machine, who share its caches, only ever add to
 * it, and seldom in every round.
 */
export async function growth<T>(
  { engine, small, large }: Grown<T>,
  work: (on: T) => Promise<unknown>,
  { rounds = 9, repetitions = 10 }: Effort = {},
): Promise<number> {
  const cost = async (on: T): Promise<number> => {
    const before = engine.cpuMs();
    for (let i = 0; i < repetitions; i++) await work(on);
    return engine.cpuMs() - before;
  };
  const costs: { readonly small: number; readonly large: number }[] = [];
  // The first round warms up.
  for (let round = 0; round <= rounds; round++) {
    const one = { small: await cost(small), large: await cost(large) };
    if (round > 0) costs.push(one);
  }
  return Math.min(...costs.map((one) => one.large)) / Math.min(...costs.map((one) => one.small));
}
