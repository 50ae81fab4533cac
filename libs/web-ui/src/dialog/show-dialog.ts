import { Dialog as CdkDialog, type DialogRef } from '@angular/cdk/dialog';
import { createFlexibleConnectedPositionStrategy } from '@angular/cdk/overlay';
import type { Injector, Type } from '@angular/core';
import { besideAnchor } from './beside-anchor';
import { DIALOG, DialogHandle } from './dialog-handle';
import type { DialogRequest } from './dialogs';

let opened = 0;

/** The part of `Dialogs` that is loaded on first use; see there. */
export function showDialog<Result>(
  injector: Injector,
  component: Type<unknown>,
  { data, anchor }: DialogRequest,
): Promise<Result | undefined> {
  const titleId = `ui-dialog-title-${++opened}`;
  const ref: DialogRef<Result> = injector.get(CdkDialog).open<Result>(component, {
    ariaLabelledBy: titleId,
    ariaModal: true,
    autoFocus: 'first-tabbable',
    restoreFocus: true,
    panelClass: anchor ? 'ui-popover-panel' : 'ui-dialog-panel',
    backdropClass: anchor ? 'ui-clear' : 'ui-scrim',
    ...(anchor && {
      positionStrategy: createFlexibleConnectedPositionStrategy(injector, anchor)
        .withPositions(besideAnchor(anchor))
        .withViewportMargin(8)
        .withPush(),
    }),
    providers: (made) => [
      {
        provide: DIALOG,
        useValue: new DialogHandle<Result>(data, titleId, (result) => made.close(result)),
      },
    ],
  });
  return new Promise((resolve) => ref.closed.subscribe(resolve));
}
