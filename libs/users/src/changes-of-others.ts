import {
  problem,
  type Actor,
  type AuditAction,
  type AuditState,
  type Origin,
  type UserId,
  type UserPatch,
} from '@app/contracts';
import { AuditOutbox, Denials, type Deed } from '@app/platform';
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
    private readonly denials: Denials,
  ) {}

  /**
   * Throws `forbidden` before `not_found`: who may not change others learns nothing of them; and
   * `conflict` when they are not what they were any more when it comes to it.
   */
  async make(actor: Actor, { userId, patch, reason, origin }: ChangeOfOther): Promise<Person> {
    const { role, target } = await this.#check(actor, { userId, patch, origin });
    const deed = {
      actor: { ...actor, role },
      target: { kind: 'user', id: userId },
      ...(origin && { origin }),
      ...(reason !== undefined && { reason }),
      before: stateOf(target, patch),
    } as const;
    const deeds = actionsOf(patch).map((action) => ({ ...deed, action }));
    const changed = await this.#during(deeds, target, patch);
    await this.views.tell(changed);
    return changed;
  }

  /** Within all of the deeds, which are one change. */
  async #during(
    [deed, ...others]: readonly Deed[],
    target: Person,
    patch: UserPatch,
  ): Promise<Person> {
    if (!deed) return this.#update(target, patch);
    return this.outbox.during(deed, async (found) => {
      const person = await this.#during(others, target, patch);
      found({ after: stateOf(person, patch) });
      return person;
    });
  }

  /** By what was looked at: an owner since is no member whom an admin may suspend. */
  async #update(target: Person, patch: UserPatch): Promise<Person> {
    const seen = ['role', 'isDeactivated', 'name'] as const;
    // Whoever renames themselves meanwhile is in nobody's way, unless it is about the name.
    const asSeen = seen.filter((trait) => trait !== 'name' || patch.name !== undefined);
    const person = await this.people.update(target, patch, asSeen);
    if (!person) throw problem('conflict', { field: 'state' });
    return person;
  }

  async #check(actor: Actor, { userId, patch, origin }: ChangeOfOther) {
    const [me, target] = await Promise.all([
      this.people.find(actor.userId),
      this.people.find(userId),
    ]);
    const role = me?.isDeactivated === false ? me.role : 'guest';
    const { isDeactivated = false } = target ?? {};
    const rules = { isSelf: false, by: role, target: target?.role ?? 'member', patch };
    if (!mayUpdate({ ...rules, isDeactivated })) {
      const by = { ...actor, role };
      const subject = { kind: 'user', id: userId } as const;
      throw await this.denials.of(by, { right: actionsOf(patch)[0]!, target: subject, origin });
    }
    if (!target) throw problem('not_found');
    return { role, target };
  }
}

/** An entry for each that is looked for; a name that goes along is in theirs. */
function actionsOf({ isDeactivated, role }: UserPatch): AuditAction[] {
  const actions: AuditAction[] = [
    ...(isDeactivated === undefined ? [] : [stateAction(isDeactivated)]),
    ...(role === undefined ? [] : (['user.role_changed'] as const)),
  ];
  return actions.length > 0 ? actions : ['user.renamed'];
}

const stateAction = (isDeactivated: boolean) =>
  isDeactivated ? ('user.suspended' as const) : ('user.restored' as const);

/** What the patch is about, as it is. */
function stateOf({ name, role, isDeactivated }: Person, patch: UserPatch): AuditState {
  const state = { name, role, isDeactivated };
  return Object.fromEntries(Object.entries(state).filter(([key]) => key in patch));
}
