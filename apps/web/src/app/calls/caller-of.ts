import type { Call, UserId } from '@app/contracts';
import { partIn } from '@app/web-calls';

/** Who calls me: whoever has begun it, or has called me to it later. */
export function callerOf(call: Call, me: UserId | undefined): UserId {
  return partIn(call, me)?.invitedBy ?? call.callerId;
}
