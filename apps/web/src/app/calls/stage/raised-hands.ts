import type { Call, UserId } from '@app/contracts';

/** Places in the order of hands, from 1; of who has none up: nothing. */
export function handsOf({ parties }: Pick<Call, 'parties'>): ReadonlyMap<UserId, number> {
  const raised = parties.flatMap(({ userId, handAt }) => (handAt ? [{ userId, handAt }] : []));
  raised.sort((a, b) => a.handAt.localeCompare(b.handAt));
  return new Map(raised.map(({ userId }, at) => [userId, at + 1]));
}
