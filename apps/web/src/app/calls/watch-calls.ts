import { ApplicationRef, createComponent, EnvironmentInjector, type Injector } from '@angular/core';
import { CallLayer } from './call-layer';
import { IncomingLayer } from './incoming/incoming-layer';

/** From now on it rings here. Once for the application. */
export function watchCalls(injector: Injector): void {
  const app = injector.get(ApplicationRef);
  const environmentInjector = injector.get(EnvironmentInjector);
  for (const type of [CallLayer, IncomingLayer]) {
    const layer = createComponent<unknown>(type, { environmentInjector });
    app.attachView(layer.hostView);
    document.body.append(layer.location.nativeElement as Node);
  }
}
