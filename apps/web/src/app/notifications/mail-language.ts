import { DOCUMENT, inject, Injectable } from '@angular/core';
import type { NotificationSettings } from '@app/contracts';
import { ChatWiring } from '../data-access/chat-wiring';
import { languages, type LanguageCode } from '../language/languages';

/** Mails are written in the language of the device that was used last. */
@Injectable({ providedIn: 'root' })
export class MailLanguage {
  private readonly rest = inject(ChatWiring).rest;
  private readonly root = inject(DOCUMENT).documentElement;
  private isTold = false;

  /** Once, where it is another one. Rejects as `RestClient` does. */
  async tell({ language = 'en' }: NotificationSettings): Promise<void> {
    const spoken = this.root.lang as LanguageCode;
    if (this.isTold || spoken === language || !(spoken in languages)) return;
    this.isTold = true;
    await this.rest.request('PUT', 'notifications/settings', { body: { language: spoken } });
  }
}
