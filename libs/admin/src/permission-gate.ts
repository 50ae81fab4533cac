import {
  isProblem,
  mayInWorkspace,
  problem,
  UsersApi,
  type Actor,
  type WorkspacePermission,
} from '@app/contracts';
import { Denials } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** Lets those through who may. By what they are now: their token may say what they were. */
@Injectable()
export class PermissionGate {
  constructor(
    private readonly users: UsersApi,
    private readonly denials: Denials,
  ) {}

  /** The actor, with the role of now. Throws `forbidden`. */
  async admit(actor: Actor, permission: WorkspacePermission): Promise<Actor> {
    const { role, isDeactivated } = await this.#profileOf(actor);
    const isAdmitted = !isDeactivated && mayInWorkspace(permission, role);
    if (!isAdmitted) throw await this.denials.of({ ...actor, role }, { right: permission });
    return { ...actor, role };
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
