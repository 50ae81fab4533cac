import type { Message, UserId } from '@app/contracts';
import type { ChatRow } from '../../data-access/chat-views';
import { chatTexts } from '../chat-texts';
import { saidInShort } from '../said-in-short';
import { isEvent, systemWords } from '../system-texts';

export interface LineContext {
  readonly me: UserId | undefined;
  readonly nameOf: (id: UserId) => string;
  readonly join: (names: readonly string[]) => string;
}

/** The title of a chat; notes to self are named here, in the person's words. */
export function titleOf(chat: Pick<ChatRow, 'isSelf' | 'title'>): string {
  return chat.isSelf ? chatTexts.notesToSelf : chat.title;
}

/** What stands in place of a picture: notes are mine, channels have their sign. */
export function glyphOf(chat: Pick<ChatRow, 'isSelf' | 'kind'>): string {
  if (chat.isSelf) return chatTexts.notesGlyph;
  return chat.kind === 'channel' ? '#' : '';
}

/** The second line of a row: what was said last, and by whom where that is not clear. */
export function lastLine(chat: ChatRow, context: LineContext): string {
  const message = chat.lastMessage;
  if (!message || message.isHidden) return chatTexts.noMessages;
  if (chat.isSelf && message.kind === 'system') return chatTexts.onlyYou;
  if (isEvent(message)) return systemWords(message, context.nameOf, context.join);
  return withAuthor(chat, message, saidInShort(message), context);
}

function withAuthor(chat: ChatRow, { senderId }: Message, words: string, context: LineContext) {
  if (chat.isSelf) return words;
  if (senderId === context.me) return chatTexts.you(words);
  if (chat.kind === 'direct') return words;
  return chatTexts.said(firstName(context.nameOf(senderId)), words);
}

/** What one calls somebody in passing. Names that are not split by blanks stay whole. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
