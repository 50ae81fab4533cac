import {
  createFlexibleConnectedPositionStrategy,
  type ConnectedPosition,
  type PositionStrategy,
} from '@angular/cdk/overlay';
import type { Injector } from '@angular/core';
import type { Point } from '../menu/menus';

/** The part of an overlay's configuration that says where it is. */
export interface BesideAnchor {
  readonly direction: 'ltr' | 'rtl';
  readonly positionStrategy: PositionStrategy;
}

/**
 * Where an overlay stands: below its anchor where there is room, else above. It grows towards the
 * middle of the page, so that it covers what it is about and not the next column. Where the anchor
 * is a part of what must stay in sight, that is the `origin`; or the point of it that was pressed.
 */
export function besideAnchor(
  injector: Injector,
  anchor: HTMLElement,
  origin: HTMLElement | Point = anchor,
): BesideAnchor {
  const { left, width } = anchor.getBoundingClientRect();
  const x = origin instanceof HTMLElement ? left + width / 2 : origin.x;
  const isInRightHalf = x > innerWidth / 2;
  const direction = directionOf(anchor);
  const near: Side = isInRightHalf === (direction === 'rtl') ? 'start' : 'end';
  const far: Side = near === 'start' ? 'end' : 'start';
  return {
    direction,
    positionStrategy: createFlexibleConnectedPositionStrategy(injector, origin)
      .withPositions([near, far].flatMap((side) => [below(side), above(side)]))
      .withViewportMargin(8)
      .withPush(),
  };
}

/** Asked each time: the CDK reads the page's direction once, and the gallery turns it around. */
export function directionOf(element: Element): 'ltr' | 'rtl' {
  return getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr';
}

type Side = 'start' | 'end';

function below(x: Side): ConnectedPosition {
  return { originX: x, originY: 'bottom', overlayX: x, overlayY: 'top', offsetY: 4 };
}

function above(x: Side): ConnectedPosition {
  return { originX: x, originY: 'top', overlayX: x, overlayY: 'bottom', offsetY: -4 };
}
