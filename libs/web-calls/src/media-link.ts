import type { UserId } from '@app/contracts';
import type { Told } from '@app/web-realtime';

/** What somebody sends: voice, camera, screen, and the sound of what is on the screen. */
export const lanes = ['audio', 'video', 'screen', 'sound'] as const;
export type Lane = (typeof lanes)[number];

/** `interrupted`: media flowed, and may again. `failed`: it was tried long enough. */
export type LinkState = 'connecting' | 'connected' | 'interrupted' | 'failed';

/** What a link tells of the others. */
export interface LinkEvents {
  changed(state: LinkState): void;
  /** Media of somebody: silent and black while they send nothing. Null: there are none any more. */
  came(userId: UserId, lane: Lane, track: MediaStreamTrack | null): void;
}

/** What came of one track in the last few seconds. */
export interface TrackNumbers {
  /** 0 to 1. */
  readonly lost: number;
  readonly jitterMs: number;
  /** 0: not measured yet. */
  readonly kbitPerS: number;
  /** Px, and frames per second. */
  readonly picture?: { readonly width: number; readonly height: number; readonly perS: number };
}

/** Numbers of the last few seconds. */
export interface LinkNumbers {
  /** Ms there and back; null: not measured yet. */
  readonly roundTripMs: number | null;
  /** Of what others sent: 0 to 1. */
  readonly lost: number;
  /** Of what was sent here, as the others say: 0 to 1. */
  readonly lostByOthers: number;
  /** By the id of what came. */
  readonly tracks: ReadonlyMap<string, TrackNumbers>;
}

/** How media go to the others in a call and come from them, in whatever way. */
export abstract class MediaLink {
  /** Pictures come in several sizes, and `fit` chooses. */
  abstract readonly hasSizes: boolean;

  /** From now on this is sent; null: nothing. */
  abstract send(lane: Lane, track: MediaStreamTrack | null): Promise<void>;

  /** What the server says of this call; what is none of its business it lets pass. */
  abstract hear(news: Told): void;

  /** How large a picture is shown here, in px of the screen; 0: nowhere. Nothing more need come. */
  abstract fit(userId: UserId, lane: Lane, height: number): void;

  /** The network has changed, or media do not flow: looks for another way. */
  abstract restart(): void;

  /** There is a line again, on which anything may have been missed. */
  abstract resume(): void;

  abstract numbers(): Promise<LinkNumbers>;

  /** For good. */
  abstract close(): void;
}
