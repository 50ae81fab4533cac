import type { UserId } from '@app/contracts';
import { CONFIG, LiveSettings, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { unsubscribeToken } from './unsubscribe-token.js';

/** What is alike in every mail: how the workspace is called, and where its pages are. */
@Injectable()
export class MailFrame {
  constructor(
    private readonly settings: LiveSettings,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get workspace(): string {
    return this.settings.now.name ?? this.config.name;
  }

  /** Of the web app; without a slash at its end. */
  get clientUrl(): string {
    return this.config.notifications.mail!.clientUrl;
  }

  /** Where somebody takes back that they want mails. */
  unsubscribeUrl(userId: UserId, language: string): string {
    const token = unsubscribeToken(userId, this.config);
    const query = new URLSearchParams({ token, language }).toString();
    return `${this.clientUrl}/api/notifications/unsubscribe?${query}`;
  }
}
