import { inject, Injectable } from '@angular/core';
import type {
  Account,
  AccountPage,
  MadeToken,
  NewBot,
  NewToken,
  Token,
  TokenId,
  TokenList,
  UserId,
} from '@app/contracts';
import { Session } from '@app/web-session';

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

  async tokens(id: UserId): Promise<readonly Token[]> {
    return (await this.rest.request<TokenList>('GET', `admin/bots/${id}/tokens`)).items;
  }

  makeToken(id: UserId, token: NewToken): Promise<MadeToken> {
    return this.rest.request('POST', `admin/bots/${id}/tokens`, { body: token });
  }

  async revoke(id: UserId, tokenId: TokenId): Promise<void> {
    await this.rest.request('DELETE', `admin/bots/${id}/tokens/${tokenId}`);
  }
}
