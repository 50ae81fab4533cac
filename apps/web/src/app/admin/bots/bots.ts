import { inject, Injectable } from '@angular/core';
import type { Account, AccountPage, NewBot, UserId } from '@app/contracts';
import { Session } from '@app/web-session';
import { keptAt, type TokenKeeper } from '../../tokens/token-keeper';

/** Bots, and their tokens. Methods reject as `RestClient` does. */
@Injectable({ providedIn: 'root' })
export class Bots {
  private readonly rest = inject(Session).rest;

  /** Without those of incoming webhooks, which have no tokens: a page may be shorter for it. */
  async list(cursor?: string): Promise<AccountPage> {
    const query = { role: 'bot', cursor };
    const { items, page } = await this.rest.request<AccountPage>('GET', 'admin/users', { query });
    return { items: items.filter(({ isWebhook }) => !isWebhook), page };
  }

  make(bot: NewBot): Promise<Account> {
    return this.rest.request('POST', 'admin/bots', { body: bot });
  }

  /** Of the tokens of one of them. */
  keeperOf(id: UserId): TokenKeeper {
    return keptAt(this.rest, `admin/bots/${id}/tokens`);
  }
}
