import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { lookupOutside, mayBeCalled } from './outside-address.js';

/** What is posted to an address that somebody has given us. */
export interface OutsidePost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Buffer;
  /** Whether it may be on this machine or in a private network. */
  readonly mayBeInside: boolean;
  /** For all of it: who does not answer is as good as away. Default 10,000. */
  readonly timeoutMs?: number;
}

/** What came back. `retryAfter`: as it was sent, seconds or a date. */
export interface OutsideAnswer {
  readonly status: number;
  readonly retryAfter?: string | undefined;
}

/** Of an answer, at most; who says more is cut short. */
const mostAnswerBytes = 64 * 1024;

/**
 * Posts to an address that may be called, and reads no more than the head of the answer. A name is
 * looked up here, so that none leads inside. Redirects are not followed: they would lead anywhere.
 * Rejects for any other address, and with whatever the network fails with.
 */
export function postOutside(post: OutsidePost): Promise<OutsideAnswer> {
  const { url, headers, body, mayBeInside, timeoutMs = 10_000 } = post;
  // Also one that was good when it was given: what is allowed may have changed since.
  if (!mayBeCalled(url, { mayBeInside })) return Promise.reject(new Error('Not to be called'));
  const isSecure = url.startsWith('https:');
  const lookup = mayBeInside ? {} : { lookup: lookupOutside };
  const signal = AbortSignal.timeout(timeoutMs);
  const length = { 'Content-Length': body.length };
  const options = { method: 'POST', headers: { ...headers, ...length }, signal, ...lookup };
  return new Promise((resolve, reject) => {
    const request = isSecure ? httpsRequest(url, options) : httpRequest(url, options);
    request.once('response', (answer) => {
      drop(answer);
      resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] });
    });
    request.once('error', reject);
    // Without an error where it was to become another protocol (101), for which nobody listens.
    request.once('close', () => reject(new Error('Hung up')));
    request.end(body);
  });
}

/** Not awaited: what is said beyond the head is of no interest. */
function drop(answer: IncomingMessage): void {
  let bytes = 0;
  answer.on('error', () => undefined);
  answer.on('data', (part: Buffer) => {
    bytes += part.length;
    if (bytes > mostAnswerBytes) answer.destroy();
  });
}
