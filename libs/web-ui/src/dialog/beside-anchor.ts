import type { ConnectedPosition } from '@angular/cdk/overlay';

/**
 * Where an overlay stands: below its anchor where there is room, else above. It grows towards the
 * middle of the page, so that it covers what it is about and not the next column.
 */
export function besideAnchor(anchor: HTMLElement): ConnectedPosition[] {
  const { left, width } = anchor.getBoundingClientRect();
  const isInRightHalf = left + width / 2 > innerWidth / 2;
  const isRightToLeft = getComputedStyle(anchor).direction === 'rtl';
  const near: Side = isInRightHalf === isRightToLeft ? 'start' : 'end';
  const far: Side = near === 'start' ? 'end' : 'start';
  return [near, far].flatMap((side) => [below(side), above(side)]);
}

type Side = 'start' | 'end';

function below(x: Side): ConnectedPosition {
  return { originX: x, originY: 'bottom', overlayX: x, overlayY: 'top', offsetY: 4 };
}

function above(x: Side): ConnectedPosition {
  return { originX: x, originY: 'top', overlayX: x, overlayY: 'bottom', offsetY: -4 };
}
