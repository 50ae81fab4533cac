import type { ChatRow, ChatSection } from '../../data-access/chat-views';

/** Without case and accents, as people type when they are in a hurry. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** The sections with the chats whose title has every word of `filter`; empty ones fall away. */
export function filterChats(
  sections: readonly ChatSection[],
  filter: string,
  titleOf: (chat: ChatRow) => string,
): readonly ChatSection[] {
  const words = folded(filter).split(/\s+/).filter(Boolean);
  if (words.length === 0) return sections;
  const fits = (chat: ChatRow): boolean => {
    const title = folded(`${titleOf(chat)} ${chat.peer?.username ?? ''}`);
    return words.every((word) => title.includes(word));
  };
  return sections
    .map(({ name, chats }) => ({ name, chats: chats.filter(fits) }))
    .filter(({ chats }) => chats.length > 0);
}
