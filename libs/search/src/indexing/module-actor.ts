import { SessionId, UserId, type Actor } from '@app/contracts';

/** On whose behalf this module reads logs when nobody asked for it. */
export const moduleActor: Actor = {
  userId: UserId.parse('search-module'),
  sessionId: SessionId.parse('search-module'),
  role: 'bot',
};
