import type { Call, CallParty, SentMedia, UserId } from '@app/contracts';
import type { Received } from '@app/web-calls';
import { handsOf } from './raised-hands';

/** One picture on the stage: of a person, or of what somebody shows. */
export interface CallTileView {
  readonly key: string;
  readonly userId: UserId;
  readonly isScreen: boolean;
  readonly isMine: boolean;
  /** Null: there is none, and the avatar stands in. */
  readonly picture: MediaStreamTrack | null;
  readonly isMuted: boolean;
  /** False: no picture of it need come. */
  readonly isSeen: boolean;
  /** They were called to it while it ran, and have not answered yet. */
  readonly isCalled: boolean;
  /** Whose turn it is to speak, from 1; null: their hand is not raised. */
  readonly hand: number | null;
}

export interface CallTilesSource {
  readonly call: Call;
  readonly me: UserId;
  readonly received: ReadonlyMap<UserId, Received>;
  readonly own: { readonly sent: SentMedia; readonly camera: MediaStreamTrack | null };
}

/** Of what somebody shows, beside what they look like. */
export const screenKey = (userId: UserId): string => `${userId} screen`;

/** The others first, in the order of the call; what is shown before who shows it; me last. */
export function tilesOf({ call, me, received, own }: CallTilesSource): CallTileView[] {
  // Who is called by one person is seen from the beginning; of a group, those who have come.
  const isThere = ({ state, invitedBy }: CallParty) =>
    state === 'joined' || (state === 'invited' && (call.kind === 'direct' || invitedBy));
  const hands = handsOf(call);
  const handOf = (userId: UserId) => hands.get(userId) ?? null;
  const others = call.parties.filter((party) => party.userId !== me && isThere(party));
  const mine: CallTileView = {
    key: 'me',
    userId: me,
    isScreen: false,
    isMine: true,
    picture: own.camera,
    isMuted: !own.sent.audio,
    isSeen: true,
    isCalled: false,
    hand: handOf(me),
  };
  const tilesOfThem = others.flatMap((party) =>
    tilesOfOther(party, received.get(party.userId), handOf(party.userId)),
  );
  return [...tilesOfThem, mine];
}

function tilesOfOther(
  party: CallParty,
  received: Received | undefined,
  hand: number | null,
): CallTileView[] {
  const { userId, state, media } = party;
  const isCalled = state === 'invited' && party.invitedBy !== undefined;
  const isMuted = state === 'joined' && !media?.audio;
  const about = { userId, isMine: false, isMuted, isCalled, isSeen: true };
  const person: CallTileView = {
    ...about,
    key: userId,
    isScreen: false,
    hand,
    picture: media?.video ? (received?.video ?? null) : null,
  };
  if (!media?.screen) return [person];
  const picture = received?.screen ?? null;
  const screen = { ...about, key: screenKey(userId), isScreen: true, isMuted: false, picture };
  return [{ ...screen, hand: null }, person];
}
