import { scopes } from '@app/contracts';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { DocumentedRoute } from './documented-route.js';

type Security = NonNullable<OpenAPIObject['security']>;

/** `token`, beside `bearer`: what programs hold. Its scopes are named by the routes. */
export function tokenScheme() {
  const lines = Object.entries(scopes).map(([scope, about]) => `- \`${scope}\`: ${about}.`);
  return {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'parley_<id>_<secret>',
    description: [
      'A personal access token: `POST /api/users/me/tokens`. It opens the routes that name one of ' +
        'its scopes, and no others:',
      '',
      ...lines,
    ].join('\n'),
  } as const;
}

/** By whom it may be asked: signed in, or with a token for it. */
export function securityOf({ isPublic, docs }: DocumentedRoute): Security {
  if (isPublic) return [];
  const scope = docs?.scope;
  return [{ bearer: [] }, ...(scope === undefined ? [] : [{ token: [scope] }])];
}
