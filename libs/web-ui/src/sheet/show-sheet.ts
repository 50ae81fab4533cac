import { createGlobalPositionStrategy } from '@angular/cdk/overlay';
import {
  Component,
  createComponent,
  EnvironmentInjector,
  ViewEncapsulation,
  type Injector,
  type Type,
} from '@angular/core';
import { directionOf } from '../dialog/beside-anchor';
import { showModal } from '../dialog/show-dialog';
import type { SheetRequest } from './sheets';

/** Brings the styles of the panel with the first sheet, and not with the first load of a page. */
@Component({
  selector: 'ui-sheet-look',
  template: '',
  styleUrl: './sheet.css',
  encapsulation: ViewEncapsulation.None,
})
class SheetLook {}

/** The part of `Sheets` that is loaded on first use; see there. */
export function showSheet<Result>(
  injector: Injector,
  component: Type<unknown>,
  { data }: SheetRequest,
): Promise<Result | undefined> {
  const look = createComponent(SheetLook, {
    environmentInjector: injector.get(EnvironmentInjector),
  });
  const closed = showModal<Result>(injector, component, data, {
    panelClass: 'ui-sheet-panel',
    backdropClass: 'ui-scrim',
    direction: directionOf(document.documentElement),
    // The sheet of styles gives it the whole edge: of the width on a phone, else of the height.
    positionStrategy: createGlobalPositionStrategy(injector).end().bottom(),
  });
  return closed.finally(() => look.destroy());
}
