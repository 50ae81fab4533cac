import type { ChatState } from '@app/chat-state';
import type { ChatId, UserId } from '@app/contracts';
import type { OutboxEntry } from '@app/web-realtime';
import type { PendingEntry } from './chat-views';

/**
 * What of mine is no row of the log yet, in the order of writing: what the outbox holds, and what
 * is stored but waits for a gap before it to close. So nothing is ever gone in between, or there
 * twice.
 */
export function pendingRows(
  chatId: ChatId,
  chat: ChatState | undefined,
  entries: readonly OutboxEntry[],
  me: UserId,
): readonly PendingEntry[] {
  const held = [...(chat?.log.held.values() ?? [])].flatMap(({ message }) => message ?? []);
  const headSeq = chat?.log.headSeq ?? 0;
  const mine = held.filter((m) => m.seq > headSeq && m.senderId === me && m.kind !== 'system');
  const isStored = (entry: OutboxEntry): boolean =>
    mine.some((m) => m.clientMsgId === entry.clientMsgId) || isLogged(chat, entry);
  const waiting = entries.filter((entry) => entry.chatId === chatId && !isStored(entry));
  return [
    ...mine.map((held) => ({
      ...{ clientMsgId: held.clientMsgId, chatId, text: held.text, held },
      queuedAt: held.createdAt,
      state: 'queued' as const,
    })),
    ...waiting,
  ];
}

function isLogged(chat: ChatState | undefined, { clientMsgId }: OutboxEntry): boolean {
  if (!chat) return false;
  // Own messages come at the end: an entry that is just stored is one of the last slots.
  for (let seq = chat.log.headSeq; seq > chat.log.headSeq - 50; seq--)
    if (chat.log.messages.get(seq)?.clientMsgId === clientMsgId) return true;
  return false;
}
