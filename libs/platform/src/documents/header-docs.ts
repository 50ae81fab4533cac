import type { ReferenceObject, ResponseObject } from '@nestjs/swagger';

type Headers = NonNullable<ResponseObject['headers']>;

const text = (description: string, example: string): Headers[string] => ({
  description,
  schema: { type: 'string' },
  example,
});

/** What answers carry, `{[name]: header}`: all of them, or those to requests that were counted. */
const headerComponents: Headers = {
  'X-Request-Id': text(
    'As it came, or made here. It is in the logs.',
    '0b0f8f5e-7f0e-4b53-8f5e-7f0e4b538f5e',
  ),
  RateLimit: text(
    'Of each bucket that the request took from: how many requests are left (`r`), and the seconds ' +
      'until it is full (`t`). draft-ietf-httpapi-ratelimit-headers-10.',
    '"user";r=299;t=1',
  ),
  'RateLimit-Policy': text(
    'Of each bucket: how many requests it has (`q`), and the seconds that it takes to refill (`w`).',
    '"user";q=300;w=10',
  ),
  'Idempotent-Replayed': text(
    'The answer that the same request with this `Idempotency-Key` got before.',
    'true',
  ),
  Link: text(
    'Where the list goes on, relative to what was asked; absent on its last page, and where that ' +
      'was very long. RFC 8288.',
    '<?limit=50&cursor=WyJhZGEiXQ>; rel="next"',
  ),
  Deprecation: text('Since when this route is on its way out. RFC 9745.', '@1767225600'),
  Sunset: text('When it stops to answer. RFC 8594.', 'Fri, 01 Jan 2027 00:00:00 GMT'),
};

/** Those headers to which a document refers. */
export function usedHeaders(document: object): Headers {
  const written = JSON.stringify(document);
  const isUsed = (name: string) => written.includes(`"#/components/headers/${name}"`);
  return Object.fromEntries(Object.entries(headerComponents).filter(([name]) => isUsed(name)));
}

/** For the `headers` of every response. */
export const commonHeaders: Record<string, ReferenceObject> = Object.fromEntries(
  ['X-Request-Id', 'RateLimit', 'RateLimit-Policy'].map((name) => [
    name,
    { $ref: `#/components/headers/${name}` },
  ]),
);
