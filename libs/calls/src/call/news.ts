import {
  deviceRoom,
  userRoom,
  type Room,
  type ServerEvent,
  type ServerEventName,
} from '@app/contracts';
import { partyOf, type OneCall, type Party } from './call.js';

/** Something that is to be said, and to whom. */
export interface News<N extends ServerEventName = ServerEventName> {
  readonly room: Room;
  readonly event: N;
  readonly payload: ServerEvent<N>;
}

export type CallNews = ServerEvent<'call_state'>;

/** Nobody is called who cannot answer any more. */
export function incoming(call: OneCall, news: CallNews): News[] {
  return call.state === 'ringing' ? called(undefined, call, news) : [];
}

/** It rings for them now, and has not before. */
export function called(before: OneCall | undefined, after: OneCall, news: CallNews): News[] {
  const rang = ({ userId }: Party) => before && partyOf(before, userId)?.state === 'invited';
  return after.parties
    .filter((party) => party.state === 'invited' && !rang(party))
    .flatMap(({ userId }) => [
      { room: userRoom(userId), event: 'call_incoming' as const, payload: news },
      { room: userRoom(userId), event: 'call_user' as const, payload: news },
    ]);
}

/** The caller hears that it rings at one more. */
export function rung(before: OneCall, after: OneCall, news: CallNews): News[] {
  const rings = ({ userId, isRung }: Party) =>
    isRung === true && partyOf(before, userId)?.isRung !== true;
  if (!after.parties.some(rings)) return [];
  return toDevice(partyOf(after, after.callerId), 'call_ringing', news);
}

/** Who has answered: to the caller, and to the other devices where it has rung. */
export function answeredBy(party: Party, after: OneCall, news: CallNews): News[] {
  return [
    ...toDevice(partyOf(after, after.callerId), 'call_accepted', news),
    {
      room: userRoom(party.userId),
      event: 'call_answered_elsewhere' as const,
      payload: { ...news, deviceId: party.device!.deviceId },
    },
  ];
}

/** Who shows something else now. */
export const shownBy = (before: OneCall, after: OneCall): Party[] =>
  after.parties.filter(({ userId, media }) => media && media !== partyOf(before, userId)?.media);

export function toDevice<N extends ServerEventName>(
  party: Party | undefined,
  event: N,
  payload: ServerEvent<N>,
): News[] {
  if (!party?.device) return [];
  const room = deviceRoom(party.device.sessionId, party.device.deviceId);
  return [{ room, event, payload }];
}
