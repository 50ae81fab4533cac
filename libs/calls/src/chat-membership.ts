import {
  Problem,
  SessionId,
  type AccessApi,
  type Actor,
  type ChatId,
  type UserId,
} from '@app/contracts';

/** Why somebody is not in a chat; undefined: they are. */
export async function refusalOf(
  access: AccessApi,
  userId: UserId,
  chatId: ChatId,
): Promise<'not_member' | 'not_found' | undefined> {
  try {
    await access.of(onBehalfOf(userId), { chatId });
    return undefined;
  } catch (error) {
    // They are a stranger, or the chat was deleted: asking is how it is known.
    const { code } = error instanceof Problem ? (error as Problem) : { code: undefined };
    if (code === 'not_member' || code === 'not_found') return code;
    throw error;
  }
}

/** The module itself, where it asks about somebody. */
export const onBehalfOf = (userId: UserId): Actor => ({
  userId,
  sessionId: SessionId.parse('calls'),
  role: 'member',
});
