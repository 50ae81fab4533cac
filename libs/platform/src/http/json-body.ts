import { problem } from '@app/contracts';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { writeProblem } from '../problems/write-problem.js';

/** Bytes of a body, after it was unpacked. The longest message is 32 kB of UTF-8. */
const maxBodyBytes = 100 * 1024;

const json = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

/**
 * Reads bodies, which are JSON and nothing else: another type is refused with
 * `unsupported_media_type`, so that no form of another site can post; above 100 kB with
 * `payload_too_large`; what does not parse with `validation_failed`. No body is the empty object.
 */
export function readJsonBodies(app: NestExpressApplication): void {
  app.use(refuseOtherTypes);
  app.useBodyParser('json', { limit: maxBodyBytes, type: () => true });
  app.use(emptyIsAnObject);
}

const refuseOtherTypes: RequestHandler = (request, response, next) => {
  if (!hasBody(request) || json.test(request.headers['content-type'] ?? '')) next();
  else writeProblem(response, problem('unsupported_media_type'));
};

const emptyIsAnObject: RequestHandler = (request, _, next) => {
  request.body ??= {};
  next();
};

function hasBody({ headers }: IncomingMessage): boolean {
  return 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > 0;
}
