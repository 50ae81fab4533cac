import type { FoundFile, FoundMessage, Message } from '@app/contracts';

/** Where a message is. */
type Slot = Pick<Message, 'chatId' | 'seq'>;

/**
 * A result after a message has changed, which it may be or stand beside: `newest`, as it is now;
 * undefined: it is no more to be seen. Where its words are others, nobody knows what was found.
 */
export function afterChange(
  found: FoundMessage,
  slot: Slot,
  newest: Message | undefined,
): FoundMessage | undefined {
  const isIt = (one: Message | undefined) => one?.chatId === slot.chatId && one.seq === slot.seq;
  const now = (one: Message | undefined) => (isIt(one) ? newest : one);
  const message = now(found.message);
  if (!message) return undefined;
  const ranges = message.text === found.message.text ? found.ranges : [];
  return { ...found, message, ranges, before: now(found.before), after: now(found.after) };
}

export const isFileOf = ({ chat, seq }: FoundFile, slot: Slot): boolean =>
  chat.id === slot.chatId && seq === slot.seq;
