import { userRoom, type CallReason, type ServerEvent, type ServerEventName } from '@app/contracts';
import { isJoined, isSameDevice, partyOf, toCall, type OneCall, type Party } from './call.js';
import { answeredBy, incoming, rung, shownBy, toDevice, type CallNews, type News } from './news.js';

type Ending = 'call_missed' | 'call_declined' | 'call_busy' | 'call_cancelled';

/** What is said of an end before `call_ended`, by its reason. */
export const endings: Partial<Record<CallReason, Ending>> = {
  missed: 'call_missed',
  declined: 'call_declined',
  busy: 'call_busy',
  cancelled: 'call_cancelled',
};

/** What became of a call between two, for the devices that it concerns, in order. */
export function directNews(before: OneCall | undefined, after: OneCall): News[] {
  const news = { callId: after.id, call: toCall(after) };
  return [
    ...(before ? changes(before, after, news) : incoming(after, news)),
    ...over(before, after, news),
    ...(isSeen(before, after) ? toAll(after, 'call_state', news) : []),
  ];
}

const changes = (before: OneCall, after: OneCall, news: CallNews): News[] => [
  ...rung(before, after, news),
  ...answered(before, after, news),
  ...shown(before, after),
];

function answered(before: OneCall, after: OneCall, news: CallNews): News[] {
  return after.parties
    .filter((party) => isJoined(party) && partyOf(before, party.userId)?.state === 'invited')
    .flatMap((party) => [
      ...answeredBy(party, after, news),
      ...before.early.flatMap(({ name, payload }) => toDevice(party, name, payload)),
    ]);
}

const shown = (before: OneCall, after: OneCall): News[] =>
  shownBy(before, after).flatMap(({ userId, media }) =>
    toAll(after, 'call_media_state', { callId: after.id, userId, media: media! }),
  );

function over(before: OneCall | undefined, after: OneCall, news: CallNews): News[] {
  if (after.state !== 'ended' || before?.state === 'ended') return [];
  const ending = endings[after.reason!];
  return [...(ending ? toAll(after, ending, news) : []), ...toAll(after, 'call_ended', news)];
}

/** Whether clients see a difference. */
function isSeen(before: OneCall | undefined, after: OneCall): boolean {
  if (!before) return true;
  const seen = (call: OneCall) => JSON.stringify({ ...toCall(call), version: 0 });
  return seen(before) !== seen(after);
}

function toAll<N extends ServerEventName>(
  call: OneCall,
  event: N,
  payload: ServerEvent<N>,
): News[] {
  // The pair fits: that is what the parameters say.
  return call.parties.map(({ userId }) => ({ room: userRoom(userId), event, payload }));
}

/** What one end says to the other, once there is one. */
export function relayed(
  call: OneCall,
  from: Party,
  { name, payload }: OneCall['early'][number],
): News[] {
  if (call.state === 'ringing') return [];
  return call.parties
    .filter((party) => isJoined(party) && !isSameDevice(party.device, from.device!))
    .flatMap((party) => toDevice(party, name, payload));
}
