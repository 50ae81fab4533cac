import {
  isProblem,
  Problem,
  problem,
  type ChatId,
  type SendMessage,
  type SendResult,
  type SentMessage,
} from '@app/contracts';

/**
 * Sends what a client queued: one message of a chat after the other, chats side by side; results in
 * the order of the items. Never rejects. After an outcome that is unknown the rest of that chat is
 * not tried, and says so by the same problem: it would overtake what the client will repeat.
 * `onBug` gets what is no problem.
 */
export async function sendInTurn(
  items: readonly SendMessage[],
  send: (item: SendMessage) => Promise<SentMessage>,
  onBug: (error: unknown) => void,
): Promise<SendResult[]> {
  const chats = new Map<ChatId, Promise<Problem | undefined>>();
  const results = items.map(async (item): Promise<SendResult> => {
    const before = chats.get(item.chatId);
    const result = before ? before.then((away) => attempt(item, away)) : attempt(item, undefined);
    chats.set(item.chatId, result.then(unknownOutcome));
    return toResult(await result);
  });
  return Promise.all(results);

  async function attempt(
    item: SendMessage,
    away: Problem | undefined,
  ): Promise<SentMessage | Problem> {
    if (away) return away;
    try {
      return await send(item);
    } catch (error) {
      // One refused message must not take the others with it; a bug is told like everywhere.
      if (error instanceof Problem) return error as Problem;
      onBug(error);
      return problem('internal');
    }
  }
}

function unknownOutcome(result: SentMessage | Problem): Problem | undefined {
  return isProblem(result, 'service_unavailable') ? result : undefined;
}

function toResult(result: SentMessage | Problem): SendResult {
  if (result instanceof Problem) return { ok: false, problem: result.toJSON() };
  return { ok: true, message: result.message };
}
