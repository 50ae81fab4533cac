import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { Segments } from '@app/web-ui';
import { webhookTexts } from './webhook-texts';

export type Way = 'outgoing' | 'incoming';

/** Which webhooks are shown. In the address, so that the way back leads here again. */
@Component({
  selector: 'app-webhook-ways',
  imports: [Segments],
  template: `
    <ui-segments
      [label]="texts.way"
      [segments]="segments"
      [chosen]="way()"
      (chosenChange)="show($event)"
    />
  `,
})
export class WebhookWays {
  readonly way = input.required<Way>();

  private readonly router = inject(Router);
  protected readonly texts = webhookTexts;
  protected readonly segments = (['outgoing', 'incoming'] as const).map((id) => ({
    id,
    label: webhookTexts.ways[id],
  }));

  protected show(way: string): void {
    const queryParams = { way: way === 'outgoing' ? null : way };
    void this.router.navigate(['/admin', 'webhooks'], { queryParams, replaceUrl: true });
  }
}
