import type { Call, CallParty, UserId } from '@app/contracts';

/** Something that people have done in a call, in the order in which they are in it. */
export interface Happening {
  readonly kind:
    'joined' | 'left' | 'shares' | 'stopped' | 'hand' | 'lowered' | 'locked' | 'opened';
  /** Of `locked` and `opened`: nobody, as any host may have done it. */
  readonly userIds: readonly UserId[];
}

type Deed = readonly [kind: Happening['kind'], did: (before: Part, now: Part) => boolean];

/** Undefined: they are not in the call. */
type Part = CallParty | undefined;

const shares = (part: Part): boolean => part?.media?.screen === true;
const isRaised = (part: Part): boolean => part?.handAt !== undefined;

const deeds: readonly Deed[] = [
  ['joined', (before, now) => !before && now !== undefined],
  ['left', (before, now) => before !== undefined && !now],
  ['shares', (before, now) => shares(now) && !shares(before)],
  ['stopped', (before, now) => shares(before) && now !== undefined && !shares(now)],
  ['hand', (before, now) => isRaised(now) && before?.handAt !== now?.handAt],
  ['lowered', (before, now) => isRaised(before) && now !== undefined && !isRaised(now)],
];

/** Of these mine are said, too: others may have done it, or a button of the browser. */
const saidOfMe: readonly Happening['kind'][] = ['shares', 'stopped', 'hand', 'lowered'];

/**
 * What became of a call between these two states of it, for who does not see it: of me only what I
 * show, of others not that their hand is down again. Its end is said elsewhere.
 */
export function happeningsOf(before: Call, now: Call, me: UserId): Happening[] {
  if (now.state === 'ended') return [];
  const [was, is] = [inIt(before), inIt(now)];
  const all = new Set([...was.keys(), ...is.keys()]);
  const byPeople = deeds.map(([kind, did]): Happening => {
    const isSaid = (userId: UserId) =>
      userId === me ? saidOfMe.includes(kind) : kind !== 'lowered';
    const isMeant = (userId: UserId) => isSaid(userId) && did(was.get(userId), is.get(userId));
    return { kind, userIds: [...all].filter(isMeant) };
  });
  const happenings = byPeople.filter(({ userIds }) => userIds.length > 0);
  if (before.isLocked === now.isLocked) return happenings;
  return [...happenings, { kind: now.isLocked ? 'locked' : 'opened', userIds: [] }];
}

const inIt = ({ parties }: Call): ReadonlyMap<UserId, CallParty> =>
  new Map(
    parties.flatMap((party) => (party.state === 'joined' ? [[party.userId, party] as const] : [])),
  );
