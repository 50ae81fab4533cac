import type { ParameterObject, ReferenceObject } from '@nestjs/swagger';
import { takesIdempotencyKey } from '../idempotency/takes-idempotency-key.js';
import type { DocumentedRoute } from './documented-route.js';

const refer = (name: string): Record<string, ReferenceObject> => ({
  [name]: { $ref: `#/components/headers/${name}` },
});

/** What a successful answer of a route carries, beside what all do. */
export function ownHeaders(
  { method, isPaged }: { readonly method: string; readonly isPaged: boolean },
  route: DocumentedRoute,
) {
  const { deprecation } = route.docs ?? {};
  return {
    ...(isPaged && refer('Link')),
    ...(mayBeRepeated(method, route) && refer('Idempotent-Replayed')),
    ...(deprecation && refer('Deprecation')),
    ...(deprecation?.sunset !== undefined && refer('Sunset')),
  };
}

/** Whether it takes an `Idempotency-Key`. */
export const mayBeRepeated = (method: string, { docs, isPublic }: DocumentedRoute): boolean =>
  docs !== undefined && !isPublic && takesIdempotencyKey(method, docs);

/** Those that who asks for bytes knows of: to get a part, or nothing where nothing is new. */
const ofBytes: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  206: {
    Range:
      'Which bytes are wanted, as in `bytes=0-1023`; of several parts all is answered. RFC 9110.',
    'If-Range': 'The `ETag` of which a `Range` is wanted: of anything else, all is answered.',
  },
  304: { 'If-None-Match': 'The `ETag` that you have: 304 where that is still it.' },
};

/** What a route reads of the headers of a request, beside what all do. */
export function requestHeaders({ docs }: DocumentedRoute): ParameterObject[] {
  const told = (docs?.bytes ?? []).flatMap((status) => Object.entries(ofBytes[status] ?? {}));
  const own = Object.entries(docs?.headers ?? {});
  return [...told, ...own].map(([name, description]) => ({
    ...{ name, in: 'header', required: false, description },
    schema: { type: 'string' },
  }));
}

/** As a parameter of a route that takes one. */
export const idempotencyKey: ParameterObject = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Your own, a UUID for example: within 24 hours the same request with it is done once, and ' +
    'answered again with `Idempotent-Replayed: true`. A `conflict` whose `field` is ' +
    '`Idempotency-Key`: the first is under way still, or ended in a 5xx, behind which it may have ' +
    'been done; look whether it was, and take a new key where it was not.',
  schema: { type: 'string', minLength: 1, maxLength: 257 },
};
