import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { Session } from '@app/web-session';

/** Lets people in who are signed in; others sign in first and then come back to where they were. */
export const signedInOnly: CanActivateFn = async (_route, { url }) => {
  const [session, router] = [inject(Session), inject(Router)];
  await session.start();
  if (session.isSignedIn()) return true;
  return router.createUrlTree(['/sign-in'], { queryParams: url === '/' ? {} : { next: url } });
};

/** Who is signed in has no use for the door. */
export const signedOutOnly: CanActivateFn = async () => {
  const [session, router] = [inject(Session), inject(Router)];
  await session.start();
  return session.isSignedIn() ? router.createUrlTree(['/']) : true;
};

/** Where to go after signing in: a path of this application, whatever the address asks for. */
export function safeNext(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}
