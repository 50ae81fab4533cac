import type { Type, ViewContainerRef } from '@angular/core';
import { bring } from '../../late-code';

/** Puts something there whose code comes after the first picture. */
export async function fillLater(
  place: ViewContainerRef | undefined,
  load: () => Promise<Type<unknown>>,
): Promise<void> {
  const component = await bring(load);
  const node = place?.element.nativeElement as Node | undefined;
  if (node?.isConnected && place?.length === 0) place.createComponent(component);
}
