import { audienceOf } from '@app/chat-state';
import type { Audience, ChatInfo } from '@app/contracts';

/** Above this many, one is asked before all of them are told. */
const MANY = 20;

export interface CallOfMany {
  readonly audience: Audience;
  /** Others in the chat. */
  readonly count: number;
}

/** Whom a text calls, where they are many; null: nobody, or few. */
export function callOfMany(
  text: string,
  chat: Pick<ChatInfo, 'memberCount'> | null,
): CallOfMany | null {
  const count = (chat?.memberCount ?? 1) - 1;
  const audience = count > MANY ? audienceOf(text) : null;
  return audience && { audience, count };
}

/** The same for a text that is changed: who calls all of them already calls nobody more. */
export function callOfMore(
  before: string,
  text: string,
  chat: Pick<ChatInfo, 'memberCount'> | null,
): CallOfMany | null {
  return audienceOf(before) === null ? callOfMany(text, chat) : null;
}
