import { problem } from '@app/contracts';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { CONFIG, type Config } from '../config/config.js';
import { writeProblem } from '../problems/write-problem.js';
import { RawBodies } from './raw-bodies.js';
import { endWhenSlow } from './slow-sender.js';

/** Bytes of a body, after it was unpacked. The longest message is 32 kB of UTF-8. */
const maxBodyBytes = 100 * 1024;

/** Fields of a form; one of them is read. */
const maxFields = 20;

const json = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

/**
 * Reads bodies, which are JSON and nothing else: another type is refused with
 * `unsupported_media_type`, so that no form of another site can post; above 100 kB with
 * `payload_too_large`; what does not parse with `validation_failed`. No body is the empty object.
 * What `RawBodies` names is left as it comes, or may be a form with the JSON in it.
 */
export function readJsonBodies(app: NestExpressApplication): void {
  const raw = app.get(RawBodies);
  app.use(endSlow(raw, app.get<Config>(CONFIG)));
  app.use(raw.handler);
  app.use(refuseOtherTypes(raw));
  const type = (request: IncomingMessage) => !raw.isLeft(request) && !raw.isPayload(request);
  app.useBodyParser('json', { limit: maxBodyBytes, type });
  const form = { limit: maxBodyBytes, extended: false, parameterLimit: maxFields };
  app.useBodyParser('urlencoded', { ...form, type: (request) => raw.isPayload(request) });
  app.use(unwrapPayload(raw));
  app.use(emptyIsAnObject);
}

/** JSON is short: it is over before that. */
const endSlow =
  (raw: RawBodies, { files }: Config): RequestHandler =>
  (request, _, next) => {
    const isLong = hasBody(request) && (raw.isLeft(request) || raw.isPassed(request));
    if (isLong) endWhenSlow(request, files.patienceSeconds);
    next();
  };

const refuseOtherTypes =
  (raw: RawBodies): RequestHandler =>
  (request, response, next) => {
    const isJson = json.test(request.headers['content-type'] ?? '');
    const isMeant = isJson || raw.isLeft(request) || raw.isPayload(request);
    if (!hasBody(request) || isMeant) next();
    else writeProblem(response, problem('unsupported_media_type'));
  };

/** Throws `validation_failed` where it is no JSON. */
const unwrapPayload =
  (raw: RawBodies): RequestHandler =>
  (request, _, next) => {
    if (raw.isPayload(request)) request.body = payloadOf(request.body);
    next();
  };

/** Undefined where there is none. */
function payloadOf(form: unknown): unknown {
  const { payload } = (form ?? {}) as { payload?: unknown };
  if (typeof payload !== 'string') return undefined;
  try {
    return JSON.parse(payload);
  } catch {
    // What programs of others write is not ours to prevent.
    throw problem('validation_failed', { issues: [{ path: 'payload', message: 'Not JSON' }] });
  }
}

const emptyIsAnObject: RequestHandler = (request, _, next) => {
  request.body ??= {};
  next();
};

/** Whether a request brings one, as its headers say. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > 0;
}
