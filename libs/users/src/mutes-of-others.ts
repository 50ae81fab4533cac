import {
  problem,
  type Actor,
  type MuteUser,
  type Origin,
  type UserId,
  type WorkspaceRole,
} from '@app/contracts';
import { AuditOutbox, Clock, EventBus, PermissionGate } from '@app/platform';
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
export class MutesOfOthers {
  constructor(
    private readonly gate: PermissionGate,
    private readonly people: UsersRepository,
    private readonly eventBus: EventBus,
    private readonly outbox: AuditOutbox,
    private readonly clock: Clock,
  ) {}

  /** Throws `forbidden`, `not_found`, and `validation_failed` for a time that is over. */
  async mute(actor: Actor, { userId, until, reason, origin }: MuteUser): Promise<void> {
    if (until !== null && Date.parse(until) <= this.clock.now().getTime()) {
      const issue = { path: 'until', message: 'This is over' };
      throw problem('validation_failed', { issues: [issue] });
    }
    const { by, them } = await this.mustModerate(actor, userId, origin);
    const deed = {
      action: until === null ? 'user.unmuted' : 'user.muted',
      actor: by,
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
    origin: Origin,
  ): Promise<{ readonly by: Actor; readonly them: Person }> {
    const right = 'moderatePeople';
    const about = { target: { kind: 'user', id: userId }, origin } as const;
    const by = await this.gate.admit(actor, right, about);
    const them = await this.people.find(userId);
    if (!them) throw problem('not_found');
    if (ranks[by.role] <= ranks[them.role]) throw await this.gate.refusal(by, right, about);
    return { by, them };
  }
}
