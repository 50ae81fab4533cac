import {
  chatRoom,
  userRoom,
  type Call,
  type ServerEvent,
  type ServerEventName,
} from '@app/contracts';
import { guestsOf, isJoined, partyOf, toCall, type OneCall, type Party } from './call.js';
import { endings } from './direct-news.js';
import {
  answeredBy,
  called,
  incoming,
  rung,
  shownBy,
  toDevice,
  type CallNews,
  type News,
} from './news.js';

/** What became of a group call, for its chat and for the devices that it concerns, in order. */
export function groupNews(before: OneCall | undefined, after: OneCall): News[] {
  const news = { callId: after.id, call: toCall(after) };
  if (!before) return [...incoming(after, news), ...toChat(after, after, 'call_state', news)];
  return [
    ...called(before, after, news),
    ...rung(before, after, news),
    ...unrung(before).flatMap((party) => silenced(party, after, news)),
    ...shown(before, after),
    ...over(before, after, news),
    ...state(before, after, news),
  ];
}

const unrung = ({ parties }: OneCall): Party[] =>
  parties.filter((party) => party.state === 'invited');

/** It rings no more for one of them: they have answered, or have not. */
function silenced({ userId }: Party, after: OneCall, news: CallNews): News[] {
  const party = partyOf(after, userId);
  if (party?.state === 'invited') return [];
  if (party && isJoined(party)) return answeredBy(party, after, news);
  return [{ room: userRoom(userId), event: silence(party, after), payload: news }];
}

function silence(party: Party | undefined, after: OneCall) {
  if (after.state === 'ended') return endings[after.reason!] ?? 'call_missed';
  return party?.isMissed ? 'call_missed' : 'call_declined';
}

const shown = (before: OneCall, after: OneCall): News[] =>
  shownBy(before, after).flatMap(({ userId, media }) =>
    toJoined(after, 'call_media_state', { callId: after.id, userId, media: media! }),
  );

const over = (before: OneCall, after: OneCall, news: CallNews): News[] =>
  after.state === 'ended' && before.state !== 'ended'
    ? toChat(before, after, 'call_ended', news)
    : [];

/**
 * Of what people show, and say without words, alone only who is in it is told: a large chat is
 * spared it until the next change. It is no secret before the chat.
 */
function state(before: OneCall, after: OneCall, news: CallNews): News[] {
  const [was, is] = [toCall(before), news.call].map(seen) as [Seen, Seen];
  if (was.byTheChat !== is.byTheChat) return toChat(before, after, 'call_state', news);
  return was.all === is.all ? [] : toJoined(after, 'call_state', news);
}

type Seen = ReturnType<typeof seen>;

const seen = (call: Call) => ({
  all: JSON.stringify({ ...call, version: 0 }),
  byTheChat: JSON.stringify({
    ...call,
    version: 0,
    parties: call.parties.map(({ media: _, muted: __, handAt: ___, ...party }) => party),
  }),
});

/** To its members, to its guests, and to who has left it just now: they may be none any more. */
function toChat<N extends ServerEventName>(
  before: OneCall,
  after: OneCall,
  event: N,
  payload: ServerEvent<N>,
): News[] {
  const hasLeft = ({ userId }: Party) => partyOf(after, userId)?.state !== 'joined';
  const leaving = before.parties.filter((party) => isJoined(party) && hasLeft(party));
  const others = new Set([...guestsOf(after), ...leaving.map(({ userId }) => userId)]);
  const rooms = [chatRoom(after.chatId), ...[...others].map(userRoom)];
  // The pair fits: that is what the parameters say.
  return rooms.map((room) => ({ room, event, payload }));
}

const toJoined = <N extends ServerEventName>(
  { parties }: OneCall,
  event: N,
  payload: ServerEvent<N>,
): News[] => parties.filter(isJoined).flatMap((party) => toDevice(party, event, payload));
