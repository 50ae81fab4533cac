import {
  defaultSettings,
  UserId,
  type Actor,
  type MakeBot,
  type NewBot,
  type Placeholder,
} from '@app/contracts';
import { AuditOutbox, Clock, IdGenerator } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Person } from './person.js';
import { PersonViews } from './person-views.js';
import { UsersRepository } from './users.repository.js';

/** Makes accounts without a password and an e-mail address: of programs, and of who is not here. */
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

  /**
   * For somebody who has said something elsewhere: suspended, so that they are a name under a
   * message and nothing else. Nobody is told: who sees such a message asks for its author.
   * Idempotent by the id. Throws `conflict {field: 'username'}`.
   */
  async makePlaceholder({ userId, ...named }: Placeholder): Promise<void> {
    if (await this.people.find(userId)) return;
    const person = { ...this.#personOf(named), id: userId, role: 'member' as const };
    await this.people.insert({ ...person, isDeactivated: true });
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
