import {
  actorOfModule,
  CallsApi,
  ChatKeepingApi,
  FilesApi,
  UsersApi,
  type Stats,
  type StatsPart,
} from '@app/contracts';
import { Injectable, Logger } from '@nestjs/common';

export type Totals = Omit<Stats, 'days'>;

/** What each module says how much it keeps. */
@Injectable()
export class ModuleTotals {
  readonly #logger = new Logger(ModuleTotals.name);
  readonly #actor = actorOfModule('admin');

  constructor(
    private readonly users: UsersApi,
    private readonly chats: ChatKeepingApi,
    private readonly files: FilesApi,
    private readonly calls: CallsApi,
  ) {}

  async ask(): Promise<Totals> {
    const [users, chats, storage, calls] = await Promise.all([
      this.#ask('users', () => this.users.totals(this.#actor, {})),
      this.#ask('chats', () => this.chats.totals(this.#actor, {})),
      this.#ask('storage', () => this.files.totals(this.#actor, {})),
      this.#ask('calls', () => this.calls.totals(this.#actor, {})),
    ]);
    const all = { users, chats, storage, calls };
    return {
      ...(users && { users }),
      ...(chats && { chats }),
      ...(storage && { storage }),
      ...(calls && { calls }),
      away: (Object.keys(all) as StatsPart[]).filter((part) => all[part] === undefined),
    };
  }

  async #ask<T>(part: StatsPart, ask: () => Promise<T>): Promise<T | undefined> {
    try {
      return await ask();
    } catch (error) {
      // Who keeps it is away: the rest is told all the same.
      this.#logger.warn(`Not counted: ${part}: ${String(error)}`);
      return undefined;
    }
  }
}
