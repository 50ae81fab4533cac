import { ApplicationRef, createComponent, EnvironmentInjector, type Injector } from '@angular/core';
import { Announced } from './announced';

const watched = new WeakSet<ApplicationRef>();

/** From now on what is said to everybody, or to me, is told here. Once for the application. */
export function watchAnnouncements(injector: Injector): void {
  const app = injector.get(ApplicationRef);
  if (watched.has(app)) return;
  watched.add(app);
  const environmentInjector = injector.get(EnvironmentInjector);
  const announced = createComponent(Announced, { environmentInjector });
  app.attachView(announced.hostView);
  document.body.prepend(announced.location.nativeElement as Node);
}
