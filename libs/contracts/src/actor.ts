import * as z from 'zod/mini';
import { SessionId, UserId } from './ids.js';
import { WorkspaceRole } from './roles.js';

/**
 * On whose behalf a port method runs: the first parameter of every one of them. Read off the access
 * token, so `role` may lag behind by the token's life.
 */
export const Actor = z.strictObject({
  userId: UserId,
  sessionId: SessionId,
  role: WorkspaceRole,
});
export type Actor = z.output<typeof Actor>;

/** Nobody yet known: calls `register`, `logIn` and `refresh`, and may do nothing else. */
export const anonymous: Actor = {
  userId: UserId.parse('anonymous'),
  sessionId: SessionId.parse('anonymous'),
  role: 'guest',
};

/** A module that asks others when no person does; `name` is the module's: `chats`. */
export const actorOfModule = (name: string): Actor => ({
  userId: UserId.parse(`${name}-module`),
  sessionId: SessionId.parse(`${name}-module`),
  role: 'bot',
});
