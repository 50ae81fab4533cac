import {
  mayHostCalls,
  Problem,
  SessionId,
  type Access,
  type AccessApi,
  type Actor,
  type ChatId,
  type UserId,
  type UsersApi,
} from '@app/contracts';

/** What somebody is in a chat, or why they are not in it: one of the two. */
export interface Standing {
  readonly access?: Access;
  readonly refusal?: 'not_member' | 'not_found';
}

export async function standingOf(
  access: AccessApi,
  actor: Actor,
  chatId: ChatId,
): Promise<Standing> {
  try {
    return { access: await access.of(actor, { chatId }) };
  } catch (error) {
    // They are a stranger, or the chat was deleted: asking is how it is known.
    const { code } = error instanceof Problem ? (error as Problem) : { code: undefined };
    if (code === 'not_member' || code === 'not_found') return { refusal: code };
    throw error;
  }
}

/** Why somebody is not in a chat; undefined: they are. */
export async function refusalOf(
  access: AccessApi,
  userId: UserId,
  chatId: ChatId,
): Promise<Standing['refusal']> {
  return (await standingOf(access, onBehalfOf(userId), chatId)).refusal;
}

/**
 * Whether somebody is a host of every call of a chat. Their token says for minutes what they were
 * in the workspace: only who would be a host by that alone is looked up.
 */
export async function isHostNow(users: UsersApi, access: Access, actor: Actor): Promise<boolean> {
  if (!mayHostCalls(access, actor.role)) return false;
  if (mayHostCalls(access, 'guest')) return true;
  const { role } = await users.profile(actor, { userId: actor.userId });
  return mayHostCalls(access, role);
}

/** The module itself, where it asks about somebody. */
export const onBehalfOf = (userId: UserId): Actor => ({
  userId,
  sessionId: SessionId.parse('calls'),
  role: 'member',
});
