import type { INestApplication } from '@nestjs/common';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { guidePolicy } from '../http/security-headers.js';
import { asyncApi } from './async-api.js';
import { apiGuide, guideStyleHash } from './guide/api-guide.js';
import { openApiOf } from './open-api.js';

/**
 * `/api/guide` and `/api/docs` for people, `/api/openapi.json` and `/api/asyncapi.json` for
 * generators. Made when first asked for: no start waits for them.
 */
export function serveDocuments(app: INestApplication): void {
  const openApi = once(() => openApiOf(app));
  const events = once(() => JSON.stringify(asyncApi(), null, 2));
  app.use('/api/asyncapi.json', (_: Request, response: Response) => {
    response.type('json').send(events());
  });
  const guide = once(() => apiGuide(openApi(), asyncApi()));
  const policy = guidePolicy(guideStyleHash);
  app.use('/api/guide', (_: Request, response: Response) => {
    response.set('Content-Security-Policy', policy).type('html').send(guide());
  });
  SwaggerModule.setup('api/docs', app, (): OpenAPIObject => openApi(), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    // The validator's badge is a picture from the web, and would tell it our address.
    swaggerOptions: { validatorUrl: null },
    customSiteTitle: 'Parley API',
  });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
