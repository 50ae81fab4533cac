import { inject, Injectable, LOCALE_ID } from '@angular/core';
import type { Account } from '@app/contracts';
import { ConnectionLost, RequestProblem, Session } from '@app/web-session';
import { Dialogs, Toasts } from '@app/web-ui';
import { problemWords } from '../../problem-words';
import { adminTexts } from '../admin-texts';
import { askAbout, type Meant } from '../frame/ask-about';
import { isToBeDone, type BulkDeed } from './account-reach';
import { Accounts } from './accounts';

const { people: texts } = adminTexts;

/** What became of it: whom it was done about, as they are now, and about whom not. */
export interface Outcome {
  readonly done: readonly Account[];
  readonly failed: readonly Account[];
  /** Why not, in words; empty: nobody is left. */
  readonly problem: string;
}

/** What is done about one person or several, after asking; one by one, each as far as it goes. */
@Injectable({ providedIn: 'root' })
export class AccountDeeds {
  private readonly accounts = inject(Accounts);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly me = inject(Session).user;
  private readonly names = new Intl.ListFormat(inject(LOCALE_ID));

  /** Resolves with null where it is not meant. Those for whom it is not are left out. */
  async run(deed: BulkDeed, chosen: readonly Account[]): Promise<Outcome | null> {
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
    const outcome = await this.each(deed, fitting, meant);
    if (outcome.done.length > 0) this.toasts.say(texts.deeds[deed].done(whoIs(outcome.done)));
    return outcome;
  }

  private async each(deed: BulkDeed, accounts: readonly Account[], meant: Meant): Promise<Outcome> {
    const [done, failed, why]: [Account[], Account[], string[]] = [[], [], []];
    for (const [at, account] of accounts.entries()) {
      try {
        done.push(await this.one(deed, account, meant));
      } catch (error) {
        // Refused, or no connection: said with the name.
        failed.push(account);
        why.push(`${account.name}: ${problemWords(error)}`);
        if (!isAboutAll(error)) continue;
        failed.push(...accounts.slice(at + 1));
        break;
      }
    }
    return { done, failed, problem: why.join(' ') };
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

/** The next one would fail as well. */
function isAboutAll(error: unknown): boolean {
  return error instanceof ConnectionLost || (error instanceof RequestProblem && error.isPassing);
}
