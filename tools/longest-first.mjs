import TestSequencer from '@jest/test-sequencer';

/** Roughly how long a file takes that has never run here, in ms, by its name: the first that fits. */
const guesses = [
  [/\/test\/scenarios\/.*(cluster|kills|scaled)|\/setup\/start\./, 120_000],
  [/\/test\/(documents\/.*\.medium|sync\/|authorization\/)/, 60_000],
  [/\/test\/(scenarios|deploy|processes|contract|conformance|topologies)\//, 20_000],
  [/\/testing\/simulation\/|\.medium\.spec\.|\/lint\//, 10_000],
];
const guessed = 1000;

/**
 * Longest first, also in a clone in which jest has measured nothing yet: by itself it goes by the
 * size of a file then, and a story of minutes that begins last leaves the other core idle.
 */
export default class LongestFirst extends TestSequencer {
  time(test) {
    const path = test.path.replaceAll('\\', '/');
    return super.time(test) ?? guesses.find(([pattern]) => pattern.test(path))?.[1] ?? guessed;
  }
}
