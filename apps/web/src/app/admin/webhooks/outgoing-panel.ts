import { Component, inject, linkedSignal, signal } from '@angular/core';
import type { Webhook, WebhookEventType, WebhookPatch } from '@app/contracts';
import { Button, Checkbox, Dialog, DIALOG, Dialogs, type DialogHandle } from '@app/web-ui';
import { isMeant } from '../../chats/message-dialogs/is-meant';
import { askAbout } from '../frame/ask-about';
import { Attempts } from '../frame/attempts';
import { ChatsIRun } from './chats-i-run';
import { choose } from '../frame/chosen-set';
import { Deliveries } from './deliveries';
import { eventTypes } from './event-types';
import type { OutgoingPanelData } from './outgoing-list';
import { ShownOnce } from './shown-once';
import { WebhookState } from './webhook-state';
import { webhookTexts } from './webhook-texts';
import { Webhooks } from './webhooks';

/** One outgoing webhook: what it hears of, whether it is at work, and what became of all that. */
@Component({
  selector: 'app-outgoing-panel',
  imports: [Button, Checkbox, Deliveries, Dialog, ShownOnce, WebhookState],
  templateUrl: './outgoing-panel.html',
  styleUrl: './webhook-panel.css',
})
export class OutgoingPanel {
  private readonly handle = inject(DIALOG) as DialogHandle<void, OutgoingPanelData>;
  private readonly webhooks = inject(Webhooks);
  private readonly dialogs = inject(Dialogs);
  protected readonly chats = inject(ChatsIRun);

  protected readonly texts = webhookTexts;
  protected readonly events = eventTypes;
  protected readonly choose = choose;
  protected readonly webhook = signal(this.handle.data.webhook);
  protected readonly secret = signal(this.handle.data.secret);
  protected readonly heard = linkedSignal<ReadonlySet<WebhookEventType>>(
    () => new Set(this.webhook().events),
  );
  /** Raised by what was posted from here. */
  protected readonly posted = signal(0);
  protected readonly eventsError = signal('');
  private readonly attempts = new Attempts();
  protected readonly problem = this.attempts.problem;
  protected readonly isBusy = this.attempts.isBusy;

  protected change(patch: WebhookPatch): Promise<void> {
    return this.attempts.run(async () => {
      this.show(await this.webhooks.change(this.webhook().id, patch));
    });
  }

  protected async filter(event: Event): Promise<void> {
    event.preventDefault();
    const events = [...this.heard()];
    this.eventsError.set(events.length === 0 ? webhookTexts.eventsMissing : '');
    if (events.length > 0) await this.change({ events });
  }

  protected ping(): Promise<void> {
    return this.attempts.run(async () => {
      await this.webhooks.ping(this.webhook().id);
      this.posted.update((count) => count + 1);
    });
  }

  protected renew(): Promise<void> {
    const { newSecretTitle, newSecretText: text, newSecret: action } = webhookTexts;
    const { id, name } = this.webhook();
    return this.attempts.run(async () => {
      const question = { title: newSecretTitle(name), text, action };
      if (!(await isMeant(this.dialogs, question))) return;
      const { secret, ...webhook } = await this.webhooks.newSecret(id);
      this.secret.set(secret);
      this.show(webhook);
    });
  }

  protected remove(): Promise<void> {
    const { removeTitle, removeText, remove: action } = webhookTexts;
    const { id, name } = this.webhook();
    return this.attempts.run(async () => {
      const question = {
        title: removeTitle(name),
        text: removeText.outgoing,
        action,
        isDanger: true,
      };
      const meant = await askAbout(this.dialogs, question);
      if (!meant) return;
      await this.webhooks.remove(id, meant);
      this.handle.data.removed();
      this.handle.close();
    });
  }

  private show(webhook: Webhook): void {
    this.webhook.set(webhook);
    this.handle.data.changed(webhook);
  }
}
