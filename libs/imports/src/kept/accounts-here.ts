import { AccountsApi, isProblem, type Actor, type UserId } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import type { ImportSource } from '@app/contracts';
import type { SourcePerson } from '../source/import-source.js';
import { importerId, placeholderIdOf } from './source-ids.js';

/** Pages of 100 of all accounts: a bound, far beyond what there is. */
const mostPages = 10_000;

/** Names that somebody else has already are followed by a number, up to this. */
const mostNumbers = 1000;

const mostOfName = 80;
const mostOfUsername = 32;
const nameEnd = '-imported';

/** Who has an account here, and for whom one is made. */
@Injectable()
export class AccountsHere {
  constructor(private readonly accounts: AccountsApi) {}

  /** All that there are now, by what may be known of them elsewhere. */
  async directory(actor: Actor): Promise<AccountDirectory> {
    const directory = new AccountDirectory();
    let cursor: string | undefined;
    for (let page = 0; page < mostPages; page++) {
      const found = await this.accounts.list(actor, { limit: 100, cursor });
      for (const { id, username, email, role, isDeactivated } of found.items)
        directory.add({ id, username, email, isActive: role !== 'bot' && !isDeactivated });
      cursor = found.page.nextCursor ?? undefined;
      if (cursor === undefined) break;
    }
    return directory;
  }

  /** In whose name chats begin. Idempotent. */
  async makeImporter(actor: Actor): Promise<UserId> {
    await this.#make(actor, importerId, 'parley', 'Import');
    return importerId;
  }

  /** Idempotent. */
  async makePlaceholder(actor: Actor, source: ImportSource, person: SourcePerson): Promise<UserId> {
    const userId = placeholderIdOf(source, person.key);
    await this.#make(actor, userId, person.username, person.name);
    return userId;
  }

  async #make(actor: Actor, userId: UserId, wanted: string, called: string): Promise<void> {
    const name = nameFrom(called);
    for (let n = 1; n <= mostNumbers; n++) {
      const username = usernameFrom(wanted, n);
      try {
        await this.accounts.makePlaceholder(actor, { userId, username, name });
        return;
      } catch (error) {
        // Somebody is called so: the next number may be free.
        if (!isProblem(error, 'conflict')) throw error;
      }
    }
    throw new Error(`No username is free for ${userId}`);
  }
}

interface KnownAccount {
  readonly id: UserId;
  readonly username: string;
  readonly isActive: boolean;
}

/** Accounts, by address and by name. */
export class AccountDirectory {
  readonly #byEmail = new Map<string, KnownAccount>();
  readonly #byName = new Map<string, KnownAccount>();

  add({ email, ...account }: KnownAccount & { readonly email: string }): void {
    if (email !== '') this.#byEmail.set(email.toLowerCase(), account);
    this.#byName.set(account.username.toLowerCase(), account);
  }

  /** By the address, which nobody else has, or else by the name. Programs are nobody. */
  match({ key, email, username }: SourcePerson): KnownAccount | undefined {
    if (key.startsWith('bot:')) return undefined;
    const byEmail = email === undefined ? undefined : this.#byEmail.get(email);
    return byEmail ?? this.#byName.get(username.toLowerCase());
  }
}

/** Never a name that somebody may want for themselves. */
function usernameFrom(wanted: string, n: number): string {
  const end = n === 1 ? nameEnd : `${nameEnd}-${n}`;
  const plain = wanted
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9._-]/g, '')
    .replace(/^[._-]+/, '')
    .slice(0, mostOfUsername - end.length);
  return `${plain === '' ? 'somebody' : plain}${end}`;
}

/** What of a name can be shown in one line. */
export function nameFrom(called: string, most = mostOfName): string {
  const name = called
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, ' ')
    .trim()
    .slice(0, most)
    .toWellFormed()
    .trim();
  return /[\p{L}\p{N}]/u.test(name) ? name : 'Somebody';
}
