// The worker that keeps the app in this browser: Angular's, with three things before it.

/** Paths that belong to the server: the worker does not even pass them on. */
const theServers = /^\/(?:api|health|metrics|socket\.io)(?:\/|$)/;

/** Stands in the kept page (see `libs/platform/src/http/web-page.ts`) where a nonce belongs. */
const KEPT_NONCE = 'anew-for-each-visit';

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin === location.origin && theServers.test(pathname)) {
    event.stopImmediatePropagation();
    return;
  }
  if (request.mode !== 'navigate') return;
  const respond = event.respondWith.bind(event);
  event.respondWith = (answer) => respond(Promise.resolve(answer).then(withNonce));
});

/** A nonce is of use as long as nobody can guess it: the kept page gets a new one each time. */
async function withNonce(answer) {
  const policy = answer.headers.get('Content-Security-Policy');
  if (!policy?.includes(KEPT_NONCE)) return answer;
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const headers = new Headers(answer.headers);
  headers.set('Content-Security-Policy', policy.replaceAll(KEPT_NONCE, nonce));
  headers.delete('Content-Length');
  headers.delete('Content-Encoding');
  const page = await answer.text();
  return new Response(page.replaceAll(KEPT_NONCE, nonce), { status: answer.status, headers });
}

importScripts('push-worker.js');
importScripts('ngsw-worker.js');
