import { createHash } from 'node:crypto';
import { CONFIG, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { MailText } from './mail-texts.js';

/** A mail to one person. */
export interface Mail extends MailText {
  readonly to: string;
  /** Ends them by one request (RFC 8058). */
  readonly unsubscribeUrl: string;
}

/** What a mail server says for good. */
export type Mailed = 'taken' | 'refused';

/** A server that does not answer is as good as none, in ms. */
const timeoutMs = 20_000;

const bounds = {
  connectionTimeout: timeoutMs,
  greetingTimeout: timeoutMs,
  socketTimeout: timeoutMs,
  // What people write is never the path of a file, or an address to fetch.
  disableFileAccess: true,
  disableUrlAccess: true,
};

/** Hands mails to the mail server. */
@Injectable()
export class MailPost {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Whether there is one. */
  get isOn(): boolean {
    return this.config.notifications.mail !== undefined;
  }

  /**
   * The same key is the same mail, by which a mailbox may know it. Throws when the server is away,
   * or does not take it now: later may help.
   */
  async send({ to, unsubscribeUrl, ...text }: Mail, key: string): Promise<Mailed> {
    const { from, smtpUrl, clientUrl } = this.config.notifications.mail!;
    // Only where mails are sent: a server without them has no such code in it.
    const { createTransport } = await import('nodemailer');
    const headers = {
      'List-Unsubscribe': `<${unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    };
    const messageId = `<${hashOf(key)}@${new URL(clientUrl).hostname}>`;
    // One address, and no list of them that somebody has put into it.
    const envelope = { from, to: { name: '', address: to }, messageId, headers };
    try {
      await createTransport({ url: smtpUrl, ...bounds }).sendMail({ ...envelope, ...text });
      return 'taken';
    } catch (error) {
      // What the server says no to for good; all else may be over by the next try.
      if (isFinal(error)) return 'refused';
      throw error;
    }
  }
}

const hashOf = (key: string) => createHash('sha256').update(`mail:${key}`).digest('hex');

/** 5xx of the recipient or of the mail itself. A name or password that is wrong can be mended. */
function isFinal(error: unknown): boolean {
  const { responseCode = 0, code } = error as { responseCode?: number; code?: string };
  return responseCode >= 500 && code !== 'EAUTH';
}

/** Whether nobody has a mail that failed, for sure: it was said no to, or there was nobody. */
export function isNowhere(error: unknown): boolean {
  const { responseCode, code, syscall } = error as NodeJS.ErrnoException & {
    responseCode?: number;
  };
  return responseCode !== undefined || code === 'EDNS' || syscall === 'connect';
}
