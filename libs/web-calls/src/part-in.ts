import type { Call, CallParty, UserId } from '@app/contracts';

/** What somebody is in a call; undefined: nothing. */
export const partIn = (
  { parties }: Pick<Call, 'parties'>,
  userId: UserId | undefined,
): CallParty | undefined => parties.find((party) => party.userId === userId);
