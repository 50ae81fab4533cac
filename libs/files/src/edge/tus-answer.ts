import { problem, type Actor, type Problem } from '@app/contracts';
import { Server, type Lock } from '@tus/server';
import type { Request as HttpRequest, Response as HttpResponse } from 'express';
import type { Checksum, ResumableTransfers } from '../resumable-transfers.js';
import { invalid, TusStore } from './tus-store.js';
import { withBody } from './upload-body.js';

export const tusPath = '/api/files/resumable';

/** Headers of the protocol that a request may have. */
const spoken = /^(?:tus-|upload-|content-(?:type|length)$)/u;

/** Headers that the edge says itself, by its own rules. */
const ours = /^(?:access-control-|cache-control$|content-)/u;

const version = '1.0.0';
const bodyType = 'application/offset+octet-stream';

/** Characters of `Upload-Metadata`: a long name in Base64, and more. */
const maxMetadata = 4096;

/** Turns are taken where the bytes are, over all processes. */
const noLock: Lock = { lock: () => Promise.resolve(), unlock: () => Promise.resolve() };

/**
 * Answers one request of tus 1.0. What is refused is a problem, as everywhere, with the status that
 * the protocol asks for.
 */
export async function answerByTus(
  uploads: ResumableTransfers,
  actor: Actor,
  request: HttpRequest,
  response: HttpResponse,
): Promise<void> {
  response.set('Tus-Resumable', version);
  checkVersion(request, response);
  const metadata = request.get('upload-metadata') ?? '';
  if (metadata.length > maxMetadata) throw invalid('Upload-Metadata', 'Too long');
  if (request.method === 'PATCH' && request.get('content-type') !== bodyType)
    throw problem('unsupported_media_type');
  const checksum = checksumOf(request.get('upload-checksum'));
  await withBody(request, async (body) => {
    const store = new TusStore(uploads, { actor, body, checksum, metadata });
    const answer = await answerOf(store, uploads.maxBytes, request);
    if (answer.status >= 400) throw problemOf(answer.status);
    for (const [name, value] of answer.headers) if (!ours.test(name)) response.set(name, value);
    const { latest } = store;
    if (latest && latest.keptBytes === latest.sizeBytes) response.set('Upload-File-Id', latest.id);
    if (request.method === 'OPTIONS') response.set('Tus-Checksum-Algorithm', 'sha1,sha256');
    response.status(answer.status).end();
  });
}

/** By the protocol, before anything else. */
function checkVersion(request: HttpRequest, response: HttpResponse): void {
  if (request.method === 'OPTIONS' || request.get('tus-resumable') === version) return;
  response.set('Tus-Version', version);
  throw problem('precondition_failed', { version: 1 });
}

/** Throws what the store throws. */
async function answerOf(store: TusStore, maxSize: number, request: HttpRequest): Promise<Response> {
  let failure: unknown;
  const server = new Server({
    path: tusPath,
    datastore: store,
    maxSize,
    // Right behind every proxy.
    relativeLocation: true,
    allowedOrigins: [],
    locker: { newLock: () => noLock },
    onResponseError: (_, error) => {
      if (!('status_code' in error)) failure = error;
      return undefined;
    },
  });
  const answer = await server.handleWeb(asSpoken(request));
  if (failure !== undefined) throw failure as Error;
  return answer;
}

/** What the protocol's server is to see of a request. */
function asSpoken({ method, path, headers }: HttpRequest): Request {
  const said = Object.entries(headers).filter(([name]) => spoken.test(name));
  return new Request(`http://parley${path}`, { method, headers: said as [string, string][] });
}

/** Its own refusals; those of ours are thrown. */
function problemOf(status: number): Problem {
  if (status === 404) return problem('not_found');
  if (status === 409) return problem('conflict', { field: 'offset' });
  if (status === 410) return problem('gone');
  if (status === 413) return problem('payload_too_large');
  return invalid('', 'Not as tus 1.0 has it');
}

function checksumOf(said: string | undefined): Checksum | undefined {
  if (said === undefined) return undefined;
  const [, algorithm, digest] = /^(sha1|sha256) ([A-Za-z\d+/]+={0,2})$/u.exec(said) ?? [];
  if (algorithm === undefined || digest === undefined)
    throw invalid('Upload-Checksum', 'sha1 or sha256, and the digest in Base64');
  return { algorithm: algorithm as Checksum['algorithm'], digest };
}
