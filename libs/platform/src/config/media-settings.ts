import { isIP } from 'node:net';
import * as z from 'zod/mini';
import type { Settings } from './settings.js';

/** What group calls pass through, as the process uses it. */
export interface MediaConfig {
  /** Path of mediasoup's worker; absent: where the set-up puts one. */
  readonly workerFile?: string | undefined;
  /** How many of them; 0: one for each core. */
  readonly workers: number;
  /** An address of this machine to listen on, or all of them (`0.0.0.0`, `::`). */
  readonly address: string;
  /** What browsers are told instead of the address that is listened on. */
  readonly announced?: string | undefined;
  /** Of the first worker, UDP and TCP; the others have those after it. 0: any that are free. */
  readonly port: number;
}

const whole = (min: number, max: number) =>
  z.coerce.number().check(z.int(), z.minimum(min), z.maximum(max));

/** The variables that say it. */
export const mediaSettings = {
  PARLEY_MEDIA_WORKER: {
    schema: z.optional(z.string()),
    about: "Path of mediasoup's worker, for group calls; absent: the one that the set-up made.",
  },
  PARLEY_MEDIA_WORKERS: {
    schema: z._default(whole(0, 128), 0),
    about: 'Media workers of one process, started as calls need them; 0: one for each core.',
  },
  PARLEY_MEDIA_ADDRESS: {
    schema: z.optional(
      z.string().check(z.refine((said) => isIP(said) !== 0, 'Not an address in numbers')),
    ),
    about:
      'Address in numbers on which media of group calls come in; absent: that of `PARLEY_HOST`.',
  },
  PARLEY_MEDIA_ANNOUNCED: {
    schema: z.optional(
      z.string().check(z.regex(/^[\w.:-]+$/, 'Neither an address nor the name of a machine')),
    ),
    about:
      'Address or name by which browsers reach that, where it is another: behind NAT or in a container.',
  },
  PARLEY_MEDIA_PORT: {
    schema: z._default(whole(0, 65_407), 0),
    about: 'First port for media, UDP and TCP, one for each media worker; 0: any that are free.',
  },
} as const;

export function mediaConfigFrom(values: Settings): MediaConfig {
  const { PARLEY_HOST: host } = values;
  return {
    workerFile: values.PARLEY_MEDIA_WORKER,
    workers: values.PARLEY_MEDIA_WORKERS,
    // A name of this machine, as `localhost`, is nothing that a candidate can say.
    address: values.PARLEY_MEDIA_ADDRESS ?? (isIP(host) === 0 ? '127.0.0.1' : host),
    announced: values.PARLEY_MEDIA_ANNOUNCED,
    port: values.PARLEY_MEDIA_PORT,
  };
}
