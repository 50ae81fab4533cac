import { signal } from '@angular/core';
import type { UserId } from '@app/contracts';
import type { Stop } from '@app/web-realtime';
import type { Lane, LinkNumbers, MediaLink } from './media-link';
import { PictureSizes } from './picture-sizes';
import { qualityOf, type Quality } from './quality';

/** How often the link is asked how it goes, ms. */
const LOOK_MS = 2000;

/** What comes from somebody. */
export type Received = Readonly<Partial<Record<Lane, MediaStreamTrack>>>;

/** What comes of the others in a call, who of them speaks, and how well it comes. */
export class IncomingMedia {
  private readonly came = signal<ReadonlyMap<UserId, Received>>(new Map());
  private readonly spoke = signal<readonly UserId[]>([]);
  private readonly measured = signal<Quality>('good');
  private readonly figures = signal<LinkNumbers | null>(null);
  private readonly sizes = new PictureSizes();

  readonly received = this.came.asReadonly();
  /** Who has spoken among several, the last one first. */
  readonly speakers = this.spoke.asReadonly();
  readonly quality = this.measured.asReadonly();
  /** Null: not measured yet. */
  readonly numbers = this.figures.asReadonly();
  /** Cameras of the others come small, as the way is narrow. */
  readonly isReduced = this.sizes.isReduced;

  /** As `MediaLink.fit`. */
  fit(userId: UserId, lane: Lane, height: number): void {
    this.sizes.fit(userId, lane, height);
  }

  receive(userId: UserId, lane: Lane, track: MediaStreamTrack | null): void {
    this.came.update((came) => {
      const { [lane]: _, ...others } = came.get(userId) ?? {};
      return new Map(came).set(userId, track ? { ...others, [lane]: track } : others);
    });
  }

  noteSpeaker(userId: UserId): void {
    this.spoke.update((before) => [userId, ...before.filter((each) => each !== userId)]);
  }

  /** By this link from now on, until the returned function is called. */
  watch(media: MediaLink, isConnected: () => boolean): Stop {
    this.sizes.use(media);
    const looking = setInterval(() => {
      if (isConnected()) void this.look(media);
    }, LOOK_MS);
    return () => clearInterval(looking);
  }

  private async look(media: MediaLink): Promise<void> {
    const numbers = await media.numbers();
    this.figures.set(numbers);
    this.measured.set(qualityOf(numbers));
    this.sizes.heed(this.measured());
  }
}
