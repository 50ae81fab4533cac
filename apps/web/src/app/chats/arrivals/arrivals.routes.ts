import { inject, Injector } from '@angular/core';
import { Router, type Route } from '@angular/router';
import { bring } from '../../late-code';

const entrances = ['new', 'notes', 'share'];

/**
 * The addresses by which a system opens the app (`manifest.webmanifest`): they lead to the front
 * page, over which their dialog opens, or on to their chat.
 */
export const arrivals: Route = {
  matcher: (segments) =>
    segments.length === 1 && entrances.includes(segments[0]!.path) ? { consumed: segments } : null,
  canActivate: [
    ({ url, queryParams }) => {
      const [injector, router] = [inject(Injector), inject(Router)];
      void bring(() => import('./arrive')).then(({ arrive }) =>
        arrive(injector, url[0]!.path, queryParams),
      );
      return router.createUrlTree(['/']);
    },
  ],
  children: [],
};
