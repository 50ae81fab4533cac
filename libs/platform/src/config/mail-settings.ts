import * as z from 'zod/mini';
import { commaList } from './comma-list.js';
import type { Settings } from './settings.js';

/** By whom mails are sent, and what they say of us. */
export interface MailConfig {
  /** `smtp://` or `smtps://`, with name and password. */
  readonly smtpUrl: string;
  /** `chat@example.com` or `Parley <chat@example.com>`. */
  readonly from: string;
  /** Where people open the web app, which is where links of a mail lead; without a path. */
  readonly clientUrl: string;
  /** Ms in which something may be read, or joined by more, before it is mailed. */
  readonly afterMs: number;
}

const address = String.raw`[^\s<>@,"]+@[^\s<>@,"]+`;
const sender = new RegExp(`^(?:${address}|[^\\r\\n<>@,"]+ <${address}>)$`);

/** The variables that say it. */
export const mailSettings = {
  PARLEY_SMTP_URL: {
    // No more of it in the message: it has a password.
    schema: z.optional(z.string().check(z.regex(/^smtps?:\/\/[^\s/]+\S*$/, 'Not a mail server'))),
    about:
      'Mail server by which people hear of what they have not read for a while: `smtps://user:password@mail.example.com`. Absent: no mails.',
  },
  PARLEY_MAIL_FROM: {
    schema: z.optional(z.string().check(z.regex(sender, 'Not an address of mail'))),
    about: 'Who such mails are from: `Parley <chat@example.com>`.',
  },
  PARLEY_MAIL_AFTER: {
    schema: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(86_400)), 900),
    about: 'Seconds in which something may be read before it is mailed.',
  },
} as const;

/** Undefined where no mails are sent. */
export function mailConfigFrom(values: Settings): MailConfig | undefined {
  const { PARLEY_SMTP_URL: smtpUrl, PARLEY_MAIL_FROM: from, PARLEY_MAIL_AFTER: after } = values;
  const [client] = commaList(values.CLIENT_URL);
  if (smtpUrl === undefined || from === undefined || client === undefined) return undefined;
  return { smtpUrl, from, clientUrl: new URL(client).origin, afterMs: after * 1000 };
}

/** What makes no sense without another variable: a line each. */
export function mailProblems(environment: NodeJS.ProcessEnv): string[] {
  if (!environment['PARLEY_SMTP_URL']) return [];
  const [client = ''] = commaList(environment['CLIENT_URL'] ?? '');
  return [
    ...(environment['PARLEY_MAIL_FROM'] ? [] : ['PARLEY_MAIL_FROM: missing, and mails are sent']),
    ...(/^https?:\/\//.test(client) && URL.canParse(client)
      ? []
      : ['CLIENT_URL: the first one is no address of the web app, and mails lead there']),
  ];
}
