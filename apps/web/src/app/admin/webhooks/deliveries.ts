import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import type { WebhookDelivery, WebhookId } from '@app/contracts';
import { Button, KeepFocus, Segments } from '@app/web-ui';
import { Attempts } from '../frame/attempts';
import { Moments } from '../frame/moments';
import { webhookTexts } from './webhook-texts';
import { Webhooks } from './webhooks';

type Shown = keyof typeof webhookTexts.shown;

/** What became of what a webhook has heard; what was given up can be posted again. */
@Component({
  selector: 'app-deliveries',
  imports: [Button, KeepFocus, Segments],
  templateUrl: './deliveries.html',
  styleUrl: './webhook-panel.css',
})
export class Deliveries {
  readonly webhookId = input.required<WebhookId>();
  /** Another one posts nothing. */
  readonly isActive = input.required<boolean>();
  /** Another number than before: there is news. */
  readonly posted = input(0);

  private readonly webhooks = inject(Webhooks);
  private readonly moments = inject(Moments);
  protected readonly texts = webhookTexts;
  protected readonly segments = (['all', 'dead'] as const).map((id) => ({
    id,
    label: webhookTexts.shown[id],
  }));
  protected readonly shown = signal<Shown>('all');
  protected readonly items = signal<readonly WebhookDelivery[] | null>(null);
  protected readonly next = signal<string | null>(null);
  private readonly attempts = new Attempts();
  protected readonly problem = this.attempts.problem;
  protected readonly isBusy = this.attempts.isBusy;
  private asked = 0;

  constructor() {
    effect(() => {
      this.posted();
      this.shown();
      untracked(() => void this.attempts.run(() => this.load()));
    });
  }

  protected show(shown: string): void {
    this.shown.set(shown as Shown);
  }

  protected whatOf({ type, at }: WebhookDelivery): string {
    return `${webhookTexts.event[type]}, ${this.moments.time(at)}`;
  }

  protected lineOf({ state, attempts, status, error }: WebhookDelivery): string {
    return [
      webhookTexts.delivery[state],
      ...(attempts > 0 ? [webhookTexts.tries(attempts)] : []),
      ...(status === undefined ? [] : [webhookTexts.answered(status)]),
      ...(error === undefined ? [] : [error]),
    ].join(' · ');
  }

  protected more(): Promise<void> {
    return this.attempts.run(() => this.load(this.next() ?? undefined));
  }

  protected replay({ id }: WebhookDelivery): Promise<void> {
    return this.attempts.run(async () => {
      await this.webhooks.replay(this.webhookId(), id);
      await this.load();
    });
  }

  /** The first ones, or those behind `cursor`; unless something else was asked for meanwhile. */
  private async load(cursor?: string): Promise<void> {
    const asked = ++this.asked;
    const state = this.shown() === 'dead' ? 'dead' : undefined;
    const { items, page } = await this.webhooks.deliveries(this.webhookId(), state, cursor);
    if (asked !== this.asked) return;
    this.items.update((before) => (cursor === undefined ? items : [...(before ?? []), ...items]));
    this.next.set(page.nextCursor);
  }
}
