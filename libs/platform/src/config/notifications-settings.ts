import * as z from 'zod/mini';
import { mailConfigFrom, mailSettings, type MailConfig } from './mail-settings.js';
import type { Settings } from './settings.js';

/** How people are told who have no window open. */
export interface NotificationsConfig {
  /** 32 bytes in base64url; absent: nothing is pushed. */
  readonly vapidKey?: string | undefined;
  /** Whom a push service may write to. */
  readonly contact: string;
  /** Push services may be on this machine, or in a private network. */
  readonly allowsPrivatePush: boolean;
  /** Absent: no mails are sent. */
  readonly mail?: MailConfig | undefined;
}

/** The variables that say it. */
export const notificationsSettings = {
  PARLEY_VAPID_KEY: {
    schema: z.optional(z.string().check(z.regex(/^[\w-]{43}$/, '32 bytes in base64url'))),
    about:
      'By which push services know this server, the same in all its processes: `openssl rand 32 | basenc --base64url | tr -d =`. Made and kept in the data directory if absent; in production nothing is pushed then.',
  },
  PARLEY_PUSH_CONTACT: {
    schema: z._default(
      z.string().check(z.regex(/^(mailto:\S+@\S+|https:\/\/\S+)$/, 'Not an address to write to')),
      'mailto:postmaster@localhost',
    ),
    about: 'Whom a push service may write to: `mailto:…` or `https://…`.',
  },
  PARLEY_PUSH_PRIVATE: {
    schema: z._default(z.enum(['true', 'false']), 'false'),
    about: '`true` lets push services be on this machine or in a private network: for development.',
  },
  ...mailSettings,
} as const;

export const notificationsConfigFrom = (values: Settings): NotificationsConfig => ({
  vapidKey: values.PARLEY_VAPID_KEY,
  contact: values.PARLEY_PUSH_CONTACT,
  allowsPrivatePush: values.PARLEY_PUSH_PRIVATE === 'true',
  mail: mailConfigFrom(values),
});
