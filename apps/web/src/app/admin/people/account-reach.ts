import { mayInWorkspace, type Account, type Profile } from '@app/contracts';

/** What one person may do about another one; the server holds them to the same. */
export interface Reach {
  readonly rename: boolean;
  readonly changeRole: boolean;
  /** And restore. */
  readonly suspend: boolean;
  readonly signOut: boolean;
  /** A link for a new password: of an admin, by owners alone; a bot has none. */
  readonly reset: boolean;
}

type Me = Pick<Profile, 'id' | 'role'>;
export type Other = Pick<Account, 'id' | 'role' | 'isDeactivated'>;

const nothing: Reach = {
  rename: false,
  changeRole: false,
  suspend: false,
  signOut: false,
  reset: false,
};

/** Nobody changes themselves here, and owners are left alone by those who are none. */
export function reachOf(me: Me | null, other: Other): Reach {
  if (!me || me.id === other.id) return nothing;
  const isOwner = other.role === 'owner';
  const isOver = !isOwner || me.role === 'owner';
  const isAdmin = mayInWorkspace('deactivateUsers', other.role);
  return {
    rename: isOver && mayInWorkspace('editOthersProfile', me.role),
    changeRole: !isOwner && mayInWorkspace('changeWorkspaceRoles', me.role),
    suspend: !isOwner && mayInWorkspace('deactivateUsers', me.role),
    signOut: isOver && mayInWorkspace('deactivateUsers', me.role),
    reset:
      other.role !== 'bot' &&
      (me.role === 'owner' || !isAdmin) &&
      mayInWorkspace('deactivateUsers', me.role),
  };
}

/** What can be done about several people at once. */
export const bulkDeeds = ['suspend', 'restore', 'signOut'] as const;
export type BulkDeed = (typeof bulkDeeds)[number];

/** Whether it is for me to do, and not done yet. */
export function isToBeDone(deed: BulkDeed, me: Me | null, other: Other): boolean {
  const { suspend, signOut } = reachOf(me, other);
  const isSuspended = other.isDeactivated === true;
  const fits = { suspend: suspend && !isSuspended, restore: suspend && isSuspended, signOut };
  return fits[deed];
}
