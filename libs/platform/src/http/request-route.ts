import type { Request, Response } from 'express';

/**
 * The pattern that a request met: `/api/messages/:id`; `web` for files, `unknown` where there
 * is none. Known once it was handled.
 */
export function routeOf(request: Request, response: Response): string {
  const route = (request.route as { path?: string } | undefined)?.path;
  const webRoute = (response.locals as { route?: string }).route;
  // A middleware for every path (`{/*splat}`) is no route.
  return (route?.includes('*') ? undefined : route) ?? webRoute ?? 'unknown';
}
