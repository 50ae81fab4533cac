import { Component, computed, inject, signal } from '@angular/core';
import type { ChatId, IncomingWebhookWithPath } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { Button, Checkbox, Dialog, DIALOG, Field, Select, type DialogHandle } from '@app/web-ui';
import { problemWords } from '../../problem-words';
import { adminTexts } from '../admin-texts';
import { Attempts } from '../frame/attempts';
import { ChatsIRun } from './chats-i-run';
import { IncomingWebhooks } from './incoming-webhooks';
import { webhookTexts } from './webhook-texts';

/** Who says something where; closes with the webhook and its address. */
@Component({
  selector: 'app-new-incoming-dialog',
  imports: [Button, Checkbox, Dialog, Field, Select],
  templateUrl: './new-incoming-dialog.html',
  styleUrl: './webhook-dialog.css',
})
export class NewIncomingDialog {
  private readonly webhooks = inject(IncomingWebhooks);
  private readonly chats = inject(ChatsIRun);
  protected readonly handle = inject(DIALOG) as DialogHandle<IncomingWebhookWithPath>;
  protected readonly texts = webhookTexts;
  protected readonly cancel = adminTexts.cancel;
  protected readonly options = computed(() =>
    this.chats.all().map(({ id, name }) => ({ value: id, label: name })),
  );
  protected readonly name = signal('');
  protected readonly chatId = signal(this.options()[0]?.value ?? '');
  protected readonly mayCallAll = signal(false);
  protected readonly nameError = signal('');
  private readonly attempts = new Attempts(wordsOf);
  protected readonly problem = this.attempts.problem;
  protected readonly isBusy = this.attempts.isBusy;

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    const name = this.name().trim();
    const chatId = this.chatId() as ChatId;
    this.nameError.set(name === '' ? webhookTexts.nameMissing : '');
    if (this.isBusy() || name === '') return;
    await this.attempts.run(async () => {
      const webhook = { name, chatId, mayCallAll: this.mayCallAll() };
      this.handle.close(await this.webhooks.make(webhook));
    });
  }
}

/** Too many; or a group that is full. */
function wordsOf(error: unknown): string {
  const isFull = error instanceof RequestProblem && error.code === 'conflict';
  return isFull ? webhookTexts.tooMany : problemWords(error);
}
