import { retryPauseMs } from '@app/platform';

/** Nobody else goes on with a lane for so long after its owner was last heard of; in ms. */
export const leaseMs = 60_000;

/** Refused so often without a break, over about half an hour, an event is dead. */
export const maxRefusals = 14;

/** After so long without a success a webhook is disabled, in ms: 3 days. */
export const giveUpMs = 3 * 86_400_000;

const pauses = { firstPauseMs: 1000, longestPauseMs: 900_000 };

/** After the first failure a second or so, then twice as long each time, at most 15 min; in ms. */
export const pauseMs = (failures: number, random = Math.random()): number =>
  retryPauseMs(pauses, failures, random);
