import { SessionId, UserId, type Actor } from '@app/contracts';

/** On whose behalf this module asks others. */
export const asModule: Actor = {
  userId: UserId.parse('files-module'),
  sessionId: SessionId.parse('files-module'),
  role: 'bot',
};
