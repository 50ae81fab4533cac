import { may, problem, type Access, type ChatPermission } from '@app/contracts';

/** Throws `forbidden` unless the table gives this permission to what the actor is in the chat. */
export function permit({ kind, role }: Pick<Access, 'kind' | 'role'>, permission: ChatPermission) {
  if (!may(permission, kind, role)) throw problem('forbidden');
}
