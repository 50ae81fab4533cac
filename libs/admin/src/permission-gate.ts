import {
  isProblem,
  mayInWorkspace,
  problem,
  UsersApi,
  type Actor,
  type WorkspacePermission,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';

/** Lets those through who may. By what they are now: their token may say what they were. */
@Injectable()
export class PermissionGate {
  constructor(private readonly users: UsersApi) {}

  /** The actor, with the role of now. Throws `forbidden`. */
  async admit(actor: Actor, permission: WorkspacePermission): Promise<Actor> {
    const { role, isDeactivated } = await this.#profileOf(actor);
    if (isDeactivated || !mayInWorkspace(permission, role)) throw problem('forbidden');
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
