import {
  deviceRoom,
  userRoom,
  type CallReason,
  type Room,
  type ServerEvent,
  type ServerEventName,
} from '@app/contracts';
import { isJoined, isSameDevice, partyOf, toCall, type OneCall, type Party } from './call.js';

/** Something that is to be said, and to whom. */
export interface News<N extends ServerEventName = ServerEventName> {
  readonly room: Room;
  readonly event: N;
  readonly payload: ServerEvent<N>;
}

type Ending = 'call_missed' | 'call_declined' | 'call_busy' | 'call_cancelled';

/** What is said of an end before `call_ended`, by its reason. */
const endings: Partial<Record<CallReason, Ending>> = {
  missed: 'call_missed',
  declined: 'call_declined',
  busy: 'call_busy',
  cancelled: 'call_cancelled',
};

/** What became of a call, for the devices that it concerns, in order. A new one has no `before`. */
export function newsOf(before: OneCall | undefined, after: OneCall): News[] {
  if (before === after) return [];
  const news = { callId: after.id, call: toCall(after) };
  return [
    ...(before ? changes(before, after, news) : incoming(after, news)),
    ...over(before, after, news),
    ...(isSeen(before, after) ? toAll(after, 'call_state', news) : []),
  ];
}

type CallNews = ServerEvent<'call_state'>;

/** Nobody is called who cannot answer any more. */
function incoming(call: OneCall, news: CallNews): News[] {
  if (call.state !== 'ringing') return [];
  return call.parties
    .filter(({ state }) => state === 'invited')
    .flatMap(({ userId }) => [
      { room: userRoom(userId), event: 'call_incoming' as const, payload: news },
      { room: userRoom(userId), event: 'call_user' as const, payload: news },
    ]);
}

const changes = (before: OneCall, after: OneCall, news: CallNews): News[] => [
  ...rung(before, after, news),
  ...answered(before, after, news),
  ...shown(before, after),
];

function rung(before: OneCall, after: OneCall, news: CallNews): News[] {
  const count = ({ parties }: OneCall) => parties.filter(({ isRung }) => isRung).length;
  if (count(before) === count(after)) return [];
  return toDevice(partyOf(after, after.callerId), 'call_ringing', news);
}

function answered(before: OneCall, after: OneCall, news: CallNews): News[] {
  return after.parties
    .filter((party) => isJoined(party) && partyOf(before, party.userId)?.state === 'invited')
    .flatMap((party) => [
      ...toDevice(partyOf(after, after.callerId), 'call_accepted', news),
      {
        room: userRoom(party.userId),
        event: 'call_answered_elsewhere' as const,
        payload: { ...news, deviceId: party.device!.deviceId },
      },
      ...before.early.flatMap(({ name, payload }) => toDevice(party, name, payload)),
    ]);
}

function shown(before: OneCall, after: OneCall): News[] {
  return after.parties
    .filter(({ userId, media }) => media && media !== partyOf(before, userId)?.media)
    .flatMap(({ userId, media }) =>
      toAll(after, 'call_media_state', { callId: after.id, userId, media: media! }),
    );
}

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

function toDevice<N extends ServerEventName>(
  party: Party | undefined,
  event: N,
  payload: ServerEvent<N>,
): News[] {
  if (!party?.device) return [];
  const room = deviceRoom(party.device.sessionId, party.device.deviceId);
  return [{ room, event, payload }];
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
