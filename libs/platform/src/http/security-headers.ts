import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../config/config.js';
import { cameByTls } from './secure-transport.js';

type Directives = Readonly<Record<string, readonly string[]>>;

/** Answers that are data: nothing in them is ever to be run, shown or framed. */
const dataPolicy: Directives = {
  'default-src': ["'none'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

/**
 * Swagger UI: its scripts are files of ours, but it sets styles as it goes, and shows icons as
 * `data:`.
 */
const docsPolicy: Directives = {
  ...dataPolicy,
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
};

/** The guide of the API: a page without scripts, which loads nothing and has one style. */
export const guidePolicy = (styleHash: string): string =>
  policyText({ ...dataPolicy, 'style-src': [`'${styleHash}'`] });

/**
 * The web app. Scripts: files of ours, and the inline ones of `index.html` by hash. Styles: files
 * of ours, and `<style>` elements that carry the nonce of this answer (Angular adds one for each
 * component, with the nonce of `ngCspNonce`); none by a `style` attribute. Text becomes HTML or a
 * script by a named policy only (Trusted Types): `angular` is what the framework sanitizes or has
 * compiled, `parley-paste` reads the HTML of a clipboard into a document that is never shown,
 * `parley-worker` is the address of the worker that keeps the app. `'self'` of `connect-src`
 * includes `ws:` and `wss:` of the same origin. `blob:` and `data:` show what is not uploaded yet.
 * `cdn`: the URL below which files of ours are mirrored; nothing beside it is allowed.
 */
export function webPolicy(scriptHashes: readonly string[], nonce: string, cdn?: string): string {
  const ours = cdn === undefined ? ["'self'"] : ["'self'", cdn];
  return policyText({
    ...dataPolicy,
    'script-src': [...ours, ...scriptHashes.map((hash) => `'${hash}'`)],
    'style-src': [...ours, `'nonce-${nonce}'`],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['angular', 'parley-paste', 'parley-worker'],
    'img-src': [...ours, 'data:', 'blob:'],
    'media-src': [...ours, 'blob:'],
    'font-src': ours,
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'base-uri': ["'self'"],
  });
}

/**
 * The worker that keeps the web app: it runs a file of ours and fetches the others. `cdn`: as in
 * `webPolicy`.
 */
export function workerPolicy(cdn?: string): string {
  const ours = cdn === undefined ? ["'self'"] : ["'self'", cdn];
  return policyText({ ...dataPolicy, 'script-src': ["'self'"], 'connect-src': ours });
}

/**
 * The headers of every answer. HSTS in production only: on a developer's `localhost` it would keep
 * every other project from plain HTTP for a year; and by TLS only, as its standard says. The policy
 * is that of data; the web app replaces it by its own (`webPolicy`).
 */
export function securityHeaders({
  isProduction,
  trustProxy,
}: Pick<Config, 'isProduction' | 'trustProxy'>): RequestHandler {
  const headers = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    // Pages of allowed origins read our answers by CORS; nobody embeds them.
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  const [data, docs] = [policyText(dataPolicy), policyText(docsPolicy)];
  return (request, response, next) => {
    // An answer is for one person, and old by the next request; routes may say otherwise.
    response.set('Cache-Control', 'no-store');
    response.set(
      'Content-Security-Policy',
      /^\/api\/docs(?:\/|$)/.test(request.path) ? docs : data,
    );
    if (isProduction && cameByTls(request, trustProxy))
      response.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    // What a page may use of the device; the rest is nobody's.
    response.set('Permissions-Policy', 'camera=(self), microphone=(self), geolocation=()');
    headers(request, response, next);
  };
}

function policyText(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
