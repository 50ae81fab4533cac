import { inject, Injectable, LOCALE_ID } from '@angular/core';
import type { Account } from '@app/contracts';
import { Session } from '@app/web-session';
import { Dialogs, Toasts } from '@app/web-ui';
import { adminTexts } from '../admin-texts';
import { askAbout, type Meant } from '../frame/ask-about';
import { oneByOne, type Outcome } from '../frame/one-by-one';
import { isToBeDone, type BulkDeed } from './account-reach';
import { Accounts } from './accounts';

const { people: texts } = adminTexts;

/** What is done about one person or several, after asking. */
@Injectable({ providedIn: 'root' })
export class AccountDeeds {
  private readonly accounts = inject(Accounts);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly me = inject(Session).user;
  private readonly names = new Intl.ListFormat(inject(LOCALE_ID));

  /** Resolves with null where it is not meant. Those for whom it is not are left out. */
  async run(deed: BulkDeed, chosen: readonly Account[]): Promise<Outcome<Account> | null> {
    const fitting = chosen.filter((account) => isToBeDone(deed, this.me(), account));
    const leftOut = chosen.filter((account) => !fitting.includes(account));
    const meant = await askAbout(this.dialogs, {
      title: texts.deeds[deed].title(whoIs(fitting)),
      text: texts.deeds[deed].text,
      note: leftOut.length > 0 ? texts.leftOut(this.namesOf(leftOut)) : '',
      action: texts.deeds[deed].name,
      isDanger: deed !== 'restore',
    });
    if (!meant) return null;
    const outcome = await oneByOne(fitting, (account) => this.one(deed, account, meant));
    if (outcome.done.length > 0) this.toasts.say(texts.deeds[deed].done(whoIs(outcome.done)));
    return outcome;
  }

  private async one(deed: BulkDeed, account: Account, why: Meant): Promise<Account> {
    if (deed !== 'signOut') {
      const state = deed === 'suspend' ? 'suspended' : 'active';
      return this.accounts.change(account.id, { state, ...why });
    }
    await this.accounts.signOut(account.id, why);
    return account;
  }

  private namesOf(accounts: readonly Account[]): string {
    return this.names.format(accounts.map(({ name }) => name));
  }
}

/** One is called by name. */
function whoIs(accounts: readonly Account[]): string {
  const [first] = accounts;
  return accounts.length === 1 && first ? first.name : texts.count(accounts.length);
}
