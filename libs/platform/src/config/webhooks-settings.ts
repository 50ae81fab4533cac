import * as z from 'zod/mini';
import type { Settings } from './settings.js';

/** Where what is said may be posted. */
export interface WebhooksConfig {
  /** Receivers may be on this machine or in a private network, and by HTTP. */
  readonly allowsPrivate: boolean;
}

/** The variables that say it. */
export const webhooksSettings = {
  PARLEY_WEBHOOKS_PRIVATE: {
    schema: z._default(z.enum(['true', 'false']), 'false'),
    about:
      '`true` lets webhooks post to this machine and into private networks, and by HTTP: whoever may make one can reach what is there.',
  },
} as const;

export const webhooksConfigFrom = (values: Settings): WebhooksConfig => ({
  allowsPrivate: values.PARLEY_WEBHOOKS_PRIVATE === 'true',
});
