import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { forwarding } from '../http/secure-transport.js';

/** What is said from one end of a connection to the other, and not beyond. */
const ofConnection = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  // Whoever passes a request on says them anew.
  ...forwarding,
]);

/** The headers of a request or an answer that go on with it. */
export function passedHeaders(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  const kept = Object.entries(headers).filter(
    ([name]) => !ofConnection.has(name) && !named.includes(name),
  );
  return Object.fromEntries(kept);
}
