import {
  isProblem,
  mayInWorkspace,
  problem,
  UsersApi,
  type Actor,
  type Problem,
  type WorkspacePermission,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { Denials, type Denied } from './denials.js';

/** What somebody wants to do something to, and from where: for the log. */
type About = Omit<Denied, 'right'>;

/**
 * Lets those through who have a right in the workspace. By what they are now: their token may say
 * what they were. Who has it not is in the audit log as `access.refused`.
 */
@Injectable()
export class PermissionGate {
  constructor(
    private readonly users: UsersApi,
    private readonly denials: Denials,
  ) {}

  /** The actor, with the role of now. Throws `forbidden`. */
  async admit(actor: Actor, right: WorkspacePermission, about: About = {}): Promise<Actor> {
    const { role, isDeactivated } = await this.#profileOf(actor);
    const by = { ...actor, role };
    if (isDeactivated || !mayInWorkspace(right, role)) throw await this.refusal(by, right, about);
    return by;
  }

  /** `forbidden`, to be thrown at who has the right, but not over this. */
  refusal(by: Actor, right: WorkspacePermission, about: About): Promise<Problem> {
    return this.denials.of(by, { right, ...about });
  }

  async #profileOf(actor: Actor) {
    try {
      return await this.users.profile(actor, { userId: actor.userId });
    } catch (error) {
      // Somebody without a profile is nobody here.
      if (isProblem(error, 'not_found')) throw problem('forbidden');
      throw error;
    }
  }
}
