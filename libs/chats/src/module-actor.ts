import { actorOfModule, type Actor, type UserId, type WorkspaceRole } from '@app/contracts';

/** On whose behalf this module reads logs and names when nobody asked for it. */
export const moduleActor = actorOfModule('chats');

/** A person for whom this module acts: what greets them, or finishes what they began. */
export const onBehalfOf = (userId: UserId, role: WorkspaceRole = 'member'): Actor => ({
  ...moduleActor,
  userId,
  role,
});
