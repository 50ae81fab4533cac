import { ApplicationRef, createComponent, EnvironmentInjector, type Injector } from '@angular/core';
import { CallLayer } from './call-layer';
import { IncomingLayer } from './incoming/incoming-layer';

const watched = new WeakSet<ApplicationRef>();

/**
 * From now on it rings here. Once for the application, however often it is asked for: the frame of
 * the chats is made anew after each visit of the settings.
 */
export function watchCalls(injector: Injector): void {
  const app = injector.get(ApplicationRef);
  if (watched.has(app)) return;
  watched.add(app);
  const environmentInjector = injector.get(EnvironmentInjector);
  for (const type of [CallLayer, IncomingLayer]) {
    const layer = createComponent<unknown>(type, { environmentInjector });
    app.attachView(layer.hostView);
    document.body.append(layer.location.nativeElement as Node);
  }
}
