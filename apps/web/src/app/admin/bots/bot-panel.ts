import { Component, inject } from '@angular/core';
import type { Account, Scope } from '@app/contracts';
import { Dialog, DIALOG, type DialogHandle } from '@app/web-ui';
import { AccessTokens } from '../../tokens/access-tokens';
import { namedScopes } from '../../tokens/token-texts';
import { botTexts } from './bot-texts';
import { Bots } from './bots';

/** One bot, and the tokens that it speaks by. One that is suspended gets no other. */
@Component({
  selector: 'app-bot-panel',
  imports: [AccessTokens, Dialog],
  templateUrl: './bot-panel.html',
})
export class BotPanel {
  protected readonly bot = (inject(DIALOG) as DialogHandle<void, Account>).data;
  protected readonly texts = botTexts;
  protected readonly keeper = inject(Bots).keeperOf(this.bot.id);
  /** No scope makes a bot an administrator. */
  protected readonly scopes: readonly Scope[] = this.bot.isDeactivated
    ? []
    : namedScopes.filter((scope) => !scope.startsWith('admin:'));
}
