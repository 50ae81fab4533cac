import { SessionId, UserId, type Actor } from '@app/contracts';

const sessionId = SessionId.parse('notifications-module');

/** On whose behalf this module asks others when nobody asked for it. */
export const moduleActor: Actor = {
  userId: UserId.parse('notifications-module'),
  sessionId,
  role: 'bot',
};

/** A person for whom this module looks something up. */
export const onBehalfOf = (userId: UserId): Actor => ({ userId, sessionId, role: 'member' });
