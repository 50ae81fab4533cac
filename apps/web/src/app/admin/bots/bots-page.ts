import { Component, inject } from '@angular/core';
import type { Account } from '@app/contracts';
import { Avatar, Button, Dialogs, EmptyState, Sheets, Table, TableCell } from '@app/web-ui';
import { handleOf } from '../../chats/people/handle';
import { DeviceAges } from '../../settings/devices/device-ages';
import { adminTexts } from '../admin-texts';
import { AdminSection } from '../frame/admin-section';
import { ListFoot } from '../frame/list-foot';
import { PageByPage } from '../frame/page-by-page';
import { AccountState } from '../people/account-state';
import { botTexts } from './bot-texts';
import { Bots } from './bots';

/** `/admin/bots`: programs that write here, and the way to another one. */
@Component({
  selector: 'app-bots-page',
  imports: [AccountState, AdminSection, Avatar, Button, EmptyState, ListFoot, Table, TableCell],
  templateUrl: './bots-page.html',
  styleUrls: ['../people/people-page.css'],
})
export class BotsPage {
  private readonly bots = inject(Bots);
  private readonly dialogs = inject(Dialogs);
  private readonly sheets = inject(Sheets);
  protected readonly ages = inject(DeviceAges);

  protected readonly texts = adminTexts;
  protected readonly botTexts = botTexts;
  protected readonly handleOf = handleOf;
  protected readonly nameOf = ({ name }: Account) => name;
  protected readonly columns = [
    { id: 'bot', label: botTexts.bot, width: 'minmax(0, 2fr)' },
    { id: 'state', label: botTexts.state },
    { id: 'made', label: botTexts.made, isNamed: true },
  ];
  protected readonly list = new PageByPage<Account>((cursor) => this.bots.list(cursor));

  constructor() {
    void this.list.load();
  }

  protected async make(): Promise<void> {
    const made = await this.dialogs.open<Account>(
      async () => (await import('./new-bot-dialog')).NewBotDialog,
    );
    if (!made) return;
    await this.list.load();
    this.open(made);
  }

  protected open(bot: Account): void {
    void this.sheets.open(async () => (await import('./bot-panel')).BotPanel, { data: bot });
  }
}
