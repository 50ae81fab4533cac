import * as z from 'zod/mini';
import type { Settings } from './settings.js';

/** What imports may take. */
export interface ImportsConfig {
  /** Bytes of the disk of the data directory that one leaves to others. */
  readonly freeBytes: number;
}

/** The variable that says it. */
export const importsSettings = {
  PARLEY_IMPORT_FREE_BYTES: {
    schema: z._default(
      z.coerce.number().check(z.int(), z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER)),
      2 ** 30,
    ),
    about:
      'Bytes that must be free on the disk of the data directory; an import that would take more is refused.',
  },
} as const;

export function importsConfigFrom(values: Settings): ImportsConfig {
  return { freeBytes: values.PARLEY_IMPORT_FREE_BYTES };
}
