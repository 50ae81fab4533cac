import type { Call, UserId } from '@app/contracts';

/** What rings here once this is known of a call, of which older states may come late. */
export function ringingAfter(known: Call | null, call: Call, me: UserId): Call | null {
  const isKnown = known?.id === call.id;
  if (isKnown && call.version < known.version) return known;
  const mine = call.parties.find(({ userId }) => userId === me);
  const rings = call.state === 'ringing' && mine?.state === 'invited';
  if (rings) return call;
  return isKnown ? null : known;
}
