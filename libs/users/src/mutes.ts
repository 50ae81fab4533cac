import {
  mayInWorkspace,
  problem,
  type Actor,
  type MuteUser,
  type Origin,
  type UserId,
  type WorkspaceRole,
} from '@app/contracts';
import { AuditOutbox, Clock, Denials, EventBus } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Person } from './person.js';
import { UsersRepository } from './users.repository.js';

const ranks: Readonly<Record<WorkspaceRole, number>> = {
  bot: 0,
  guest: 0,
  member: 0,
  moderator: 1,
  admin: 2,
  owner: 3,
};

/** Keeps people from writing for a while. */
@Injectable()
export class Mutes {
  constructor(
    private readonly people: UsersRepository,
    private readonly eventBus: EventBus,
    private readonly outbox: AuditOutbox,
    private readonly denials: Denials,
    private readonly clock: Clock,
  ) {}

  /** Throws `forbidden`, `not_found`, and `validation_failed` for a time that is over. */
  async mute(actor: Actor, { userId, until, reason, origin }: MuteUser): Promise<void> {
    if (until !== null && Date.parse(until) <= this.clock.now().getTime()) {
      const issue = { path: 'until', message: 'This is over' };
      throw problem('validation_failed', { issues: [issue] });
    }
    const { me, them } = await this.mustModerate(actor, userId, origin);
    const deed = {
      action: until === null ? 'user.unmuted' : 'user.muted',
      actor: { ...actor, role: me.role },
      target: { kind: 'user', id: userId },
      origin,
      ...(reason !== undefined && { reason }),
      before: { mutedUntil: them.mutedUntil ?? null },
      after: { mutedUntil: until },
    } as const;
    await this.outbox.during(deed, () => this.people.mute(userId, until));
    await this.eventBus.publish('user.muted', { userId, until });
  }

  /** Throws `forbidden` before `not_found`, as for all that is done about others. */
  async mustModerate(
    actor: Actor,
    userId: UserId,
    origin?: Origin,
  ): Promise<{ readonly me: Person; readonly them: Person }> {
    const [me, them] = await Promise.all([
      this.people.find(actor.userId),
      this.people.find(userId),
    ]);
    if (!me || !mayModerate(me, them)) {
      const target = { kind: 'user', id: userId } as const;
      throw await this.denials.of(actor, { right: 'moderatePeople', target, origin });
    }
    if (!them) throw problem('not_found');
    return { me, them };
  }
}

function mayModerate(me: Person, them: Person | undefined): boolean {
  if (me.isDeactivated || !mayInWorkspace('moderatePeople', me.role)) return false;
  return !them || ranks[me.role] > ranks[them.role];
}
