import type { Call, UserId } from '@app/contracts';

/** Who calls me: whoever has begun it, or has called me to it later. */
export function callerOf({ callerId, parties }: Call, me: UserId | undefined): UserId {
  return parties.find(({ userId }) => userId === me)?.invitedBy ?? callerId;
}
