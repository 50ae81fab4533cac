import {
  UsersApi,
  type Actor,
  type NameClause,
  type SearchClause,
  type UserId,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import type { NamedFacets } from '../query/compiled-query.js';
import { mentioning, sentBy, type Facet } from '../query/terms.js';
import { complain } from './search-text.js';

/** Whom `from:` and `mentions:` name. */
@Injectable()
export class NamedPeople {
  constructor(private readonly users: UsersApi) {}

  /** One question to the users module at most. Throws `validation_failed` for a name of nobody. */
  async facetsOf(actor: Actor, clauses: readonly SearchClause[]): Promise<NamedFacets> {
    const naming = clauses.filter(
      (clause): clause is NameClause => clause.kind === 'from' || clause.kind === 'mentions',
    );
    if (naming.length === 0) return new Map();
    const people = await this.#byName(actor, naming);
    const unknown = naming.filter(({ value }) => !people.has(value.toLowerCase()));
    if (unknown.length > 0)
      throw complain(
        unknown.map(({ valueAt: at, end }) => ({ complaint: 'unknown_person', at, end })),
      );
    return new Map(
      naming.map((clause): [SearchClause, Facet] => {
        const { userId, username } = people.get(clause.value.toLowerCase())!;
        return [clause, clause.kind === 'from' ? sentBy(userId) : mentioning(username)];
      }),
    );
  }

  async #byName(actor: Actor, naming: readonly NameClause[]) {
    const names = [...new Set(naming.map(({ value }) => value.toLowerCase()))];
    const usernames = names.filter((name) => name !== 'me' && name.length <= longestUsername);
    const { items } = await this.users.resolve(actor, { usernames });
    const people = new Map<string, { readonly userId: UserId; readonly username: string }>(
      items.map(({ id, username }) => [username.toLowerCase(), { userId: id, username }]),
    );
    if (names.includes('me')) {
      const { id, username } = await this.users.get(actor, { userId: actor.userId });
      people.set('me', { userId: id, username });
    }
    return people;
  }
}

const longestUsername = 32;
