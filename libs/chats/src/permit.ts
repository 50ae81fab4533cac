import { may, problem, type Access, type ChatPermission } from '@app/contracts';

/** As `permit`, for what others see as theirs. Throws `muted`. */
export function permitWriting(access: Access, permission: ChatPermission) {
  const { mutedUntil: until } = access;
  if (until !== undefined) throw problem('muted', { until });
  permit(access, permission);
}

/** Throws `forbidden` unless the table gives this permission to what the actor is in the chat. */
export function permit({ kind, role }: Pick<Access, 'kind' | 'role'>, permission: ChatPermission) {
  if (!may(permission, kind, role)) throw problem('forbidden');
}
