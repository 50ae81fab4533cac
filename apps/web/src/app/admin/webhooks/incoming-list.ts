import { Component, inject } from '@angular/core';
import type { IncomingWebhook, IncomingWebhookWithPath } from '@app/contracts';
import { Avatar, Button, Dialogs, EmptyState, Sheets, Table, TableCell } from '@app/web-ui';
import { DeviceAges } from '../../settings/devices/device-ages';
import { adminTexts } from '../admin-texts';
import { AdminSection } from '../frame/admin-section';
import { ListFoot } from '../frame/list-foot';
import { Moments } from '../frame/moments';
import { PageByPage } from '../frame/page-by-page';
import { ChatsIRun } from './chats-i-run';
import { IncomingWebhooks } from './incoming-webhooks';
import { withChatNames } from './with-chat-names';
import { WebhookState } from './webhook-state';
import { webhookTexts } from './webhook-texts';
import { WebhookWays } from './webhook-ways';

/** What a panel is told of, and whom it tells. `path`: of one that was made just now. */
export interface IncomingPanelData {
  readonly webhook: IncomingWebhook;
  readonly path: string;
  readonly changed: (webhook: IncomingWebhook) => void;
  readonly removed: () => void;
}

/** The addresses by which programs write here. */
@Component({
  selector: 'app-incoming-list',
  imports: [
    AdminSection,
    Avatar,
    Button,
    EmptyState,
    ListFoot,
    Table,
    TableCell,
    WebhookState,
    WebhookWays,
  ],
  templateUrl: './incoming-list.html',
  styleUrls: ['../people/people-page.css', './webhook-list.css'],
})
export class IncomingList {
  private readonly webhooks = inject(IncomingWebhooks);
  private readonly dialogs = inject(Dialogs);
  private readonly sheets = inject(Sheets);
  private readonly ages = inject(DeviceAges);
  private readonly moments = inject(Moments);
  protected readonly chats = inject(ChatsIRun);

  protected readonly texts = adminTexts;
  protected readonly webhookTexts = webhookTexts;
  protected readonly nameOf = ({ name }: IncomingWebhook) => name;
  protected readonly columns = [
    { id: 'webhook', label: webhookTexts.webhook, width: 'minmax(0, 2fr)' },
    { id: 'chat', label: webhookTexts.chat, width: 'minmax(0, 1.5fr)' },
    { id: 'state', label: webhookTexts.state },
    { id: 'used', label: webhookTexts.lastUsed, isNamed: true },
  ];
  protected readonly list = new PageByPage<IncomingWebhook>(
    withChatNames(this.chats, (cursor) => this.webhooks.list(cursor)),
  );

  constructor() {
    void this.list.load();
  }

  protected usedAt({ lastUsedAt }: IncomingWebhook): string {
    if (lastUsedAt === undefined) return webhookTexts.never;
    return this.ages.ago(lastUsedAt) ?? this.moments.time(lastUsedAt);
  }

  protected async make(): Promise<void> {
    const made = await this.dialogs.open<IncomingWebhookWithPath>(
      async () => (await import('./new-incoming-dialog')).NewIncomingDialog,
    );
    if (!made) return;
    await this.list.load();
    const { path, ...webhook } = made;
    this.open(webhook, path);
  }

  protected open(webhook: IncomingWebhook, path = ''): void {
    const data: IncomingPanelData = {
      webhook,
      path,
      changed: (changed) => this.list.replace(changed),
      removed: () => void this.list.load(),
    };
    void this.sheets.open(async () => (await import('./incoming-panel')).IncomingPanel, { data });
  }
}
