import { defaultSettings, UserId, type Actor, type MakeBot, type NewBot } from '@app/contracts';
import { AuditOutbox, Clock, IdGenerator } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Person } from './person.js';
import { PersonViews } from './person-views.js';
import { UsersRepository } from './users.repository.js';

/** Makes accounts of programs: people without a password and an e-mail address. */
@Injectable()
export class BotMaker {
  constructor(
    private readonly people: UsersRepository,
    private readonly views: PersonViews,
    private readonly outbox: AuditOutbox,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  /** For who may. Throws `conflict {field: 'username'}`. */
  async make(actor: Actor, { bot, origin, isWebhook }: MakeBot): Promise<Person> {
    const person: Person = { ...this.#personOf(bot), ...(isWebhook && { isWebhook }) };
    const target = { kind: 'user', id: person.id } as const;
    const after = { ...bot, ...(isWebhook && { isWebhook }) };
    const deed = { action: 'bot.made', actor, target, origin, after } as const;
    await this.outbox.during(deed, () => this.people.insert(person));
    await this.views.tellNew(person);
    return person;
  }

  #personOf({ username, name }: NewBot): Person {
    return {
      id: UserId.parse(this.ids.next()),
      username,
      name,
      email: '',
      role: 'bot',
      settings: defaultSettings,
      isDeactivated: false,
      blocked: [],
      createdAt: this.clock.now().toISOString(),
    };
  }
}
