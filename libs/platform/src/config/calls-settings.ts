import * as z from 'zod/mini';
import type { Settings } from './settings.js';
import { turnConfigFrom, turnSettings, type TurnConfig } from './turn-settings.js';

/** Calls, but for the media of those among many. */
export interface CallsConfig {
  /** That one person may begin at once. */
  readonly burst: number;
  readonly turn: TurnConfig;
}

/** The variables that say it. */
export const callsSettings = {
  PARLEY_CALLS_BURST: {
    schema: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100_000)), 20),
    about:
      'Calls that one person may begin at once, a quarter of them to the same person; all of them again within five minutes.',
  },
  ...turnSettings,
} as const;

export const callsConfigFrom = (values: Settings): CallsConfig => ({
  burst: values.PARLEY_CALLS_BURST,
  turn: turnConfigFrom(values),
});
