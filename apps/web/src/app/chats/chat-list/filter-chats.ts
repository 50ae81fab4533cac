import { fold } from '@app/contracts';
import type { ChatRow, ChatSection } from '../../data-access/chat-views';

/** The sections with the chats whose title has every word of `filter`; empty ones fall away. */
export function filterChats(
  sections: readonly ChatSection[],
  filter: string,
  titleOf: (chat: ChatRow) => string,
): readonly ChatSection[] {
  const words = fold(filter).split(/\s+/).filter(Boolean);
  if (words.length === 0) return sections;
  const fits = (chat: ChatRow): boolean => {
    const title = fold(`${titleOf(chat)} ${chat.peer?.username ?? ''}`);
    return words.every((word) => title.includes(word));
  };
  return sections
    .map(({ name, chats }) => ({ name, chats: chats.filter(fits) }))
    .filter(({ chats }) => chats.length > 0);
}
