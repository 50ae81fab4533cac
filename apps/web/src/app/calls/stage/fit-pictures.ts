import { afterRenderEffect, DestroyRef, inject, type Signal } from '@angular/core';
import type { IncomingMedia } from '@app/web-calls';
import { pageIsVisible } from '../../chats/chat-page/page-is-visible';
import { screenKey, type CallTileView } from './call-tiles';

/**
 * Tells a call how large its pictures are shown: what nobody sees, or sees small, need not come as
 * it is. In a tab behind others nobody does, but for a picture in picture. In an injection context.
 */
export function fitPictures(
  incoming: Signal<IncomingMedia>,
  shown: Signal<readonly CallTileView[]>,
  stage: HTMLElement,
): void {
  const isVisible = pageIsVisible();
  const measure = () => {
    const heights = new Map<string, number>();
    const isLookedAt = isVisible() || document.pictureInPictureElement;
    const unseen = new Set(shown().flatMap(({ key, isSeen }) => (isSeen ? [] : [key])));
    for (const { clientHeight, dataset } of isLookedAt ? tilesIn(stage) : []) {
      const key = dataset['key'] ?? '';
      if (!unseen.has(key)) heights.set(key, Math.round(clientHeight * devicePixelRatio));
    }
    const media = incoming();
    for (const userId of media.received().keys()) {
      media.fit(userId, 'video', heights.get(userId) ?? 0);
      media.fit(userId, 'screen', heights.get(screenKey(userId)) ?? 0);
    }
  };
  const observer = new ResizeObserver(measure);
  observer.observe(stage);
  inject(DestroyRef).onDestroy(() => observer.disconnect());
  // Who comes and goes changes the sizes of all.
  afterRenderEffect({
    read: () => {
      shown();
      isVisible();
      measure();
    },
  });
}

const tilesIn = (stage: HTMLElement) => stage.querySelectorAll<HTMLElement>('app-call-tile');
