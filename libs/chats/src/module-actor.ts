import { SessionId, UserId, type Actor, type WorkspaceRole } from '@app/contracts';

const sessionId = SessionId.parse('chats-module');

/** On whose behalf this module reads logs and names when nobody asked for it. */
export const moduleActor: Actor = { userId: UserId.parse('chats-module'), sessionId, role: 'bot' };

/** A person for whom this module acts: what greets them, or finishes what they began. */
export const onBehalfOf = (userId: UserId, role: WorkspaceRole = 'member'): Actor => ({
  userId,
  sessionId,
  role,
});
