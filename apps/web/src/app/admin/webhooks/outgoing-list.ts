import { Component, inject } from '@angular/core';
import type { Webhook, WebhookWithSecret } from '@app/contracts';
import { Button, Dialogs, EmptyState, Sheets, Table, TableCell } from '@app/web-ui';
import { adminTexts } from '../admin-texts';
import { AdminSection } from '../frame/admin-section';
import { ListFoot } from '../frame/list-foot';
import { PageByPage } from '../frame/page-by-page';
import { ChatsIRun } from './chats-i-run';
import { withChatNames } from './with-chat-names';
import { WebhookState } from './webhook-state';
import { webhookTexts } from './webhook-texts';
import { WebhookWays } from './webhook-ways';
import { Webhooks } from './webhooks';

/** What a panel is told of, and whom it tells. `secret`: of one that was made just now. */
export interface OutgoingPanelData {
  readonly webhook: Webhook;
  readonly secret: string;
  readonly changed: (webhook: Webhook) => void;
  readonly removed: () => void;
}

/** What is said in chats, posted elsewhere. */
@Component({
  selector: 'app-outgoing-list',
  imports: [
    AdminSection,
    Button,
    EmptyState,
    ListFoot,
    Table,
    TableCell,
    WebhookState,
    WebhookWays,
  ],
  templateUrl: './outgoing-list.html',
  styleUrls: ['../people/people-page.css', './webhook-list.css'],
})
export class OutgoingList {
  private readonly webhooks = inject(Webhooks);
  private readonly dialogs = inject(Dialogs);
  private readonly sheets = inject(Sheets);
  protected readonly chats = inject(ChatsIRun);

  protected readonly texts = adminTexts;
  protected readonly webhookTexts = webhookTexts;
  protected readonly nameOf = ({ name }: Webhook) => name;
  protected readonly hostOf = ({ url }: Webhook) => new URL(url).host;
  protected readonly columns = [
    { id: 'webhook', label: webhookTexts.webhook, width: 'minmax(0, 2fr)' },
    { id: 'chats', label: webhookTexts.chats, width: 'minmax(0, 1.5fr)' },
    { id: 'state', label: webhookTexts.state },
  ];
  protected readonly list = new PageByPage<Webhook>(
    withChatNames(this.chats, (cursor) => this.webhooks.list(cursor)),
  );

  constructor() {
    void this.list.load();
  }

  protected async make(): Promise<void> {
    const made = await this.dialogs.open<WebhookWithSecret>(
      async () => (await import('./new-outgoing-dialog')).NewOutgoingDialog,
    );
    if (!made) return;
    await this.list.load();
    const { secret, ...webhook } = made;
    this.open(webhook, secret);
  }

  protected open(webhook: Webhook, secret = ''): void {
    const data: OutgoingPanelData = {
      webhook,
      secret,
      changed: (changed) => this.list.replace(changed),
      removed: () => void this.list.load(),
    };
    void this.sheets.open(async () => (await import('./outgoing-panel')).OutgoingPanel, { data });
  }
}
