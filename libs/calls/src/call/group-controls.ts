import { problem, type UserId } from '@app/contracts';
import { isJoined, isLive, partyOf, type OneCall, type Party } from './call.js';
import { requireDevice, withParty, type CallAction } from './call-rules.js';

type Of<T extends CallAction['type']> = Extract<CallAction, { readonly type: T }>;

/**
 * Whoever has begun the call is a host of it, beside those of its chat; but not who has left the
 * chat since, and is back as a guest.
 */
export const isHost = (
  call: OneCall,
  { userId, mayHost }: { readonly userId: UserId; readonly mayHost?: boolean },
): boolean =>
  mayHost === true || (userId === call.callerId && partyOf(call, userId)?.isGuest !== true);

/** Throws `call_ended`, and `forbidden` unless they are in it on this device, as a host. */
export function mustHost(
  call: OneCall,
  party: Party,
  action: Of<'mute' | 'remove' | 'lock'>,
): void {
  if (!isLive(call)) throw problem('call_ended');
  requireDevice(party, action.device);
  if (!isHost(call, action)) throw problem('forbidden');
}

/** Nobody hears one of the others, or any of them, until they want it. */
export function mutedBy(call: OneCall, { userId: by, whom }: Of<'mute'>, atMs: number): OneCall {
  const isMeant = (party: Party) =>
    isJoined(party) &&
    !party.muted &&
    party.userId !== by &&
    (whom === undefined || party.userId === whom);
  if (!call.parties.some(isMeant)) return call;
  const muted = ({ media, ...party }: Party): Party => ({
    ...party,
    ...(media && { media: media.audio ? { ...media, audio: false } : media }),
    muted: { by, atMs },
  });
  return { ...call, parties: call.parties.map((each) => (isMeant(each) ? muted(each) : each)) };
}

/** Raised since then; undefined: lowered. Of who is in it; a hand that is up stays where it is. */
export function withHand(call: OneCall, userId: UserId, sinceMs: number | undefined): OneCall {
  const party = partyOf(call, userId);
  const isUp = party?.handMs !== undefined;
  if (!party || !isJoined(party) || isUp === (sinceMs !== undefined)) return call;
  const { handMs: _, ...without } = party;
  return withParty(call, sinceMs === undefined ? without : { ...without, handMs: sinceMs });
}
