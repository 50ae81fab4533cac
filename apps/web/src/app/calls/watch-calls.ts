import { ApplicationRef, createComponent, EnvironmentInjector, type Injector } from '@angular/core';
import { CallLayer } from './call-layer';

/** From now on it rings here. Once for the application. */
export function watchCalls(injector: Injector): void {
  const app = injector.get(ApplicationRef);
  const layer = createComponent(CallLayer, {
    environmentInjector: injector.get(EnvironmentInjector),
  });
  app.attachView(layer.hostView);
  document.body.append(layer.location.nativeElement as Node);
}
