import { createGlobalPositionStrategy } from '@angular/cdk/overlay';
import type { Injector, Type } from '@angular/core';
import { directionOf } from '../dialog/beside-anchor';
import { showModal } from '../dialog/show-dialog';
import type { SheetRequest } from './sheets';

/** The part of `Sheets` that is loaded on first use; see there. */
export function showSheet<Result>(
  injector: Injector,
  component: Type<unknown>,
  { data }: SheetRequest,
): Promise<Result | undefined> {
  return showModal<Result>(injector, component, data, {
    panelClass: 'ui-sheet-panel',
    backdropClass: 'ui-scrim',
    direction: directionOf(document.documentElement),
    // The sheet of styles gives it the whole edge: of the width on a phone, else of the height.
    positionStrategy: createGlobalPositionStrategy(injector).end().bottom(),
  });
}
