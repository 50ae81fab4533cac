import { Dialog as CdkDialog, type DialogConfig, type DialogRef } from '@angular/cdk/dialog';
import type { Injector, Type } from '@angular/core';
import { directionOf } from './beside-anchor';
import { DIALOG, DialogHandle } from './dialog-handle';
import type { DialogRequest } from './dialogs';
import { raiseToasts } from '../toast/raise-toasts';

let opened = 0;

/** The part of `Dialogs` that is loaded on first use; see there. */
export function showDialog<Result>(
  injector: Injector,
  component: Type<unknown>,
  { data, place = 'middle' }: DialogRequest,
): Promise<Result | undefined> {
  return showModal<Result>(injector, component, data, {
    panelClass: ['ui-dialog-panel', `ui-${place}`],
    backdropClass: 'ui-scrim',
    direction: directionOf(document.documentElement),
  });
}

/** Shows a component over the page; `look` says where and how. */
export function showModal<Result>(
  injector: Injector,
  component: Type<unknown>,
  data: unknown,
  look: Pick<DialogConfig, 'panelClass' | 'backdropClass' | 'direction' | 'positionStrategy'>,
): Promise<Result | undefined> {
  const titleId = `ui-dialog-title-${++opened}`;
  const ref: DialogRef<Result> = injector.get(CdkDialog).open<Result>(component, {
    ariaLabelledBy: titleId,
    ariaModal: true,
    autoFocus: 'first-tabbable',
    restoreFocus: true,
    ...look,
    providers: (made) => [
      {
        provide: DIALOG,
        useValue: new DialogHandle<Result>(data, titleId, (result) => made.close(result)),
      },
    ],
  });
  raiseToasts();
  return new Promise((resolve) => ref.closed.subscribe(resolve));
}
