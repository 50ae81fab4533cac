import type { ReadPermit } from '../read-permit.js';

type Permit = Pick<ReadPermit, 'use'>;

/** To read without end. */
export const freely: Permit = { use: () => Promise.resolve() };

/** To read so many steps, and then no more. */
export const upTo = (steps: number): Permit => {
  let left = steps;
  return {
    use: (some) => {
      left -= some;
      return left < 0 ? Promise.reject(new Error('No further')) : Promise.resolve();
    },
  };
};
