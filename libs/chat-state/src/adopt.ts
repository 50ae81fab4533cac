import type { Chat } from '@app/contracts';
import { infoOf, type KnownInfo } from './chat-info.js';
import { drain } from './chat-steps.js';
import { inChat, meet, type ClientState } from './client-state.js';
import { heedHidden } from './log-steps.js';
import { stand } from './standing.js';

/** A fetched chat, or one that I came into: what it is, where it stands, what waits in it. */
export function adoptChat(state: ClientState, chat: Chat): ClientState {
  const met = chat.peer ? meet(state, [chat.peer]) : state;
  return inChat(met, chat.id, (known) => {
    const standing = stand(known, chat, state.me);
    const log = heedHidden(standing.log, chat.lastMessage ? [chat.lastMessage] : []);
    const info = newerInfo(known.info, infoOf(chat));
    return drain({ ...standing, log, info }, state.me);
  });
}

/** `GET /api/chats`: any page of it; chats that are not in it stay. */
export function adoptChatList(state: ClientState, chats: readonly Chat[]): ClientState {
  return chats.reduce(adoptChat, state);
}

/** Events may have overtaken the answer: whatever is newer, the traits and the row of the list. */
function newerInfo(known: KnownInfo | null, fetched: KnownInfo): KnownInfo {
  if (!known) return fetched;
  // Of older traits only what no event tells is news.
  const traits = fetched.rev >= known.rev ? fetched : { ...known, settings: fetched.settings };
  return { ...traits, ...newerRow(known, fetched) };
}

function newerRow(
  known: KnownInfo,
  fetched: KnownInfo,
): Pick<KnownInfo, 'lastMessage' | 'updatedAt'> {
  const [mine, theirs] = [known.lastMessage ?? nothing, fetched.lastMessage ?? nothing];
  const isKnownNewer = mine.seq === theirs.seq ? mine.rev > theirs.rev : mine.seq > theirs.seq;
  const { lastMessage, updatedAt } = isKnownNewer ? known : fetched;
  return { lastMessage, updatedAt };
}

const nothing = { seq: 0, rev: 0 };
