import { Component, inject, signal } from '@angular/core';
import type { ChatId, WebhookEventType, WebhookWithSecret } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { Button, Checkbox, Dialog, DIALOG, Field, type DialogHandle } from '@app/web-ui';
import { problemWords } from '../../problem-words';
import { adminTexts } from '../admin-texts';
import { ChatsIRun } from './chats-i-run';
import { choose } from '../frame/chosen-set';
import { eventTypes } from './event-types';
import { webhookTexts } from './webhook-texts';
import { Webhooks } from './webhooks';

/** Where what is said where is to be posted; closes with the webhook and its secret. */
@Component({
  selector: 'app-new-outgoing-dialog',
  imports: [Button, Checkbox, Dialog, Field],
  templateUrl: './new-outgoing-dialog.html',
  styleUrl: './webhook-dialog.css',
})
export class NewOutgoingDialog {
  private readonly webhooks = inject(Webhooks);
  protected readonly chats = inject(ChatsIRun);
  protected readonly handle = inject(DIALOG) as DialogHandle<WebhookWithSecret>;
  protected readonly texts = webhookTexts;
  protected readonly cancel = adminTexts.cancel;
  protected readonly events = eventTypes;
  protected readonly choose = choose;
  protected readonly name = signal('');
  protected readonly url = signal('');
  protected readonly heard = signal<ReadonlySet<WebhookEventType>>(new Set(eventTypes));
  protected readonly chosen = signal<ReadonlySet<ChatId>>(new Set());
  protected readonly nameError = signal('');
  protected readonly urlError = signal('');
  protected readonly eventsError = signal('');
  protected readonly chatsError = signal('');
  protected readonly problem = signal('');
  protected readonly isBusy = signal(false);

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    const webhook = { name: this.name().trim(), url: this.url().trim() };
    const [events, chatIds] = [[...this.heard()], [...this.chosen()]];
    this.nameError.set(webhook.name === '' ? webhookTexts.nameMissing : '');
    this.urlError.set(URL.canParse(webhook.url) ? '' : webhookTexts.urlInvalid);
    this.eventsError.set(events.length === 0 ? webhookTexts.eventsMissing : '');
    this.chatsError.set(chatIds.length === 0 ? webhookTexts.chatsMissing : '');
    this.problem.set('');
    const errors = [this.nameError(), this.urlError(), this.eventsError(), this.chatsError()];
    if (this.isBusy() || errors.some(Boolean)) return;
    this.isBusy.set(true);
    try {
      this.handle.close(await this.webhooks.make({ ...webhook, events, chatIds }));
    } catch (error) {
      // An address that may not be called, too many, refused, or no connection.
      this.explain(error);
    } finally {
      this.isBusy.set(false);
    }
  }

  private explain(error: unknown): void {
    const code = error instanceof RequestProblem ? error.code : '';
    if (code === 'validation_failed') this.urlError.set(webhookTexts.urlInvalid);
    else this.problem.set(code === 'conflict' ? webhookTexts.tooMany : problemWords(error));
  }
}
