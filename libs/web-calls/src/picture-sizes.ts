import { signal } from '@angular/core';
import type { UserId } from '@app/contracts';
import type { Lane, MediaLink } from './media-link';
import type { Quality } from './quality';

/** Looks in a row before pictures become small, and before they may be large again. */
const [BAD_LOOKS, GOOD_LOOKS] = [2, 8];

/** Px: the smallest of the sizes in which a camera is sent. */
const SMALL = 180;

interface Wish {
  readonly userId: UserId;
  readonly lane: Lane;
  readonly height: number;
}

/** How large the pictures of the others should come: voices go first where the way is narrow. */
export class PictureSizes {
  private readonly wishes = new Map<string, Wish>();
  private readonly reduced = signal(false);
  private media: MediaLink | null = null;
  private bad = 0;
  private good = 0;

  /** Cameras come small for now. */
  readonly isReduced = this.reduced.asReadonly();

  /** From now on by this link. */
  use(media: MediaLink): void {
    this.media = media;
    this.apply();
  }

  /** As `MediaLink.fit`. */
  fit(userId: UserId, lane: Lane, height: number): void {
    const wish = { userId, lane, height };
    this.wishes.set(`${userId} ${lane}`, wish);
    this.say(wish);
  }

  /** After each look at the link. */
  heed(quality: Quality): void {
    // What the others miss of mine is no matter of what comes.
    const isBad = quality === 'poor' || quality === 'slow';
    this.bad = isBad ? this.bad + 1 : 0;
    this.good = isBad ? 0 : this.good + 1;
    const isReduced = this.reduced() ? this.good < GOOD_LOOKS : this.bad >= BAD_LOOKS;
    if (isReduced === this.reduced() || this.media?.hasSizes !== true) return;
    this.reduced.set(isReduced);
    this.apply();
  }

  private apply(): void {
    for (const wish of this.wishes.values()) this.say(wish);
  }

  private say({ userId, lane, height }: Wish): void {
    const isSmall = this.reduced() && lane === 'video';
    this.media?.fit(userId, lane, isSmall ? Math.min(height, SMALL) : height);
  }
}
