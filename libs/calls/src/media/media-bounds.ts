import { problem, type Problem } from '@app/contracts';

/** How much one peer may have in a room. */
export interface MediaBounds {
  readonly transports: number;
  readonly producers: number;
  readonly consumers: number;
}

/**
 * Two transports, and two more while a device changes over; each of the four sources; and four
 * streams of a hundred others.
 */
export const mediaBounds: MediaBounds = { transports: 4, producers: 4, consumers: 400 };

/** Of a core. Delays grow beyond it, for all who are in already. */
export const busyShare = 0.7;

/**
 * Consumers of a room on one worker, beyond which it looks for another one for those who come: six
 * tenths of a core where each is a picture of 500 kbit/s.
 */
export const spreadAt = 400;

export const tooMany = (what: keyof MediaBounds, bound: number): Problem =>
  problem('validation_failed', {
    issues: [{ path: what, message: `At most ${bound} at a time` }],
  });

export const noCapacity = (): Problem =>
  problem('service_unavailable', { service: 'media_capacity' });

export const noMedia = (): Problem => problem('service_unavailable', { service: 'media' });
