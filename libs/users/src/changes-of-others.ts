import {
  problem,
  type Actor,
  type AuditAction,
  type AuditState,
  type Origin,
  type UserId,
  type UserPatch,
} from '@app/contracts';
import { AuditOutbox } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Person } from './person.js';
import { PersonViews } from './person-views.js';
import { mayUpdate } from './update-rules.js';
import { UsersRepository } from './users.repository.js';

/** What somebody wants to be done about somebody else. */
export interface ChangeOfOther {
  readonly userId: UserId;
  readonly patch: UserPatch;
  /** Why, in their words. */
  readonly reason?: string | undefined;
  readonly origin?: Origin | undefined;
}

/** Changes people make of others: by the rules, and never without an entry of the audit log. */
@Injectable()
export class ChangesOfOthers {
  constructor(
    private readonly people: UsersRepository,
    private readonly views: PersonViews,
    private readonly outbox: AuditOutbox,
  ) {}

  /** Throws `forbidden` before `not_found`: who may not change others learns nothing of them. */
  async make(actor: Actor, { userId, patch, reason, origin }: ChangeOfOther): Promise<Person> {
    const { role, target } = await this.#check(actor, userId, patch);
    const before = stateOf(target, patch);
    const deed = {
      action: actionOf(patch),
      actor: { ...actor, role },
      target: { kind: 'user', id: userId },
      ...(origin && { origin }),
      ...(reason !== undefined && { reason }),
      before,
    } as const;
    const changed = await this.outbox.during(deed, async (found) => {
      const person = await this.people.update(target, patch);
      if (!person) throw problem('not_found');
      found({ after: stateOf(person, patch) });
      return person;
    });
    await this.views.tell(changed);
    return changed;
  }

  async #check(actor: Actor, userId: UserId, patch: UserPatch) {
    const [me, target] = await Promise.all([
      this.people.find(actor.userId),
      this.people.find(userId),
    ]);
    const role = me?.isDeactivated === false ? me.role : 'guest';
    const rules = { isSelf: false, by: role, target: target?.role ?? 'member', patch };
    if (!mayUpdate(rules)) throw problem('forbidden');
    if (!target) throw problem('not_found');
    return { role, target };
  }
}

/** By what matters most. */
function actionOf({ isDeactivated, role }: UserPatch): AuditAction {
  if (isDeactivated !== undefined) return isDeactivated ? 'user.suspended' : 'user.restored';
  return role === undefined ? 'user.renamed' : 'user.role_changed';
}

/** What the patch is about, as it is. */
function stateOf({ name, role, isDeactivated }: Person, patch: UserPatch): AuditState {
  const state = { name, role, isDeactivated };
  return Object.fromEntries(Object.entries(state).filter(([key]) => key in patch));
}
