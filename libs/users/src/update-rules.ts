import { mayInWorkspace, type UserPatch, type WorkspaceRole } from '@app/contracts';

/** Who wants to change whom. */
export interface Update {
  readonly isSelf: boolean;
  /** What the one who asks is in the workspace, as stored: a token may lag behind. */
  readonly by: WorkspaceRole;
  readonly target: WorkspaceRole;
  /** Whether the target is deactivated. */
  readonly isDeactivated?: boolean;
  readonly patch: UserPatch;
}

/**
 * Whether a patch is allowed, each of its fields by a rule of its own:
 *
 * - `name`: one's own, or `editOthersProfile`.
 * - `settings`: one's own only; they are wishes, not facts.
 * - `role`, `isDeactivated`: of others, and never of an owner, so that the workspace keeps one. Nor
 *   does somebody become an owner who is deactivated: nobody could change that any more. People
 *   do not become bots, whose tokens others make, and bots have no password to be people by.
 */
export function mayUpdate({ isSelf, by, target, patch, ...was }: Update): boolean {
  const isOther = !isSelf && target !== 'owner';
  const { name, settings, role, isDeactivated } = patch;
  const isTurned = (role === 'bot') !== (target === 'bot');
  const isShutOut = isDeactivated ?? was.isDeactivated ?? false;
  return (
    (isSelf || mayInWorkspace('editOthersProfile', by)) &&
    (role !== 'owner' || !isShutOut) &&
    (name === undefined || isSelf || isOther || by === 'owner') &&
    (settings === undefined || isSelf) &&
    (role === undefined || (isOther && !isTurned && mayInWorkspace('changeWorkspaceRoles', by))) &&
    (isDeactivated === undefined || (isOther && mayInWorkspace('deactivateUsers', by)))
  );
}
