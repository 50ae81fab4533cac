import { pipeline } from 'node:stream/promises';
import { problem } from '@app/contracts';
import type { Request, Response } from 'express';
import type { ByteRange, ReadableFile } from '../file-transfers.js';
import { partOf } from './byte-range.js';

/** What a browser does with it where it is shown: no script, no form, no other address. */
const policy =
  "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

/** It may be gone by the next time: kept, and asked about. */
const askedAbout = 'private, no-cache';

const immutable = 'public, max-age=31536000, immutable';

/** What is answered, and how. */
interface Answering {
  readonly request: Request;
  readonly response: Response;
  readonly toKeep: boolean;
  /** Nothing else will ever be under this address. */
  readonly isForEver?: boolean;
}

/**
 * Answers with a file: all of it, a part (`Range`, `If-Range`), or that nothing changed
 * (`If-None-Match`). What a browser could run is never shown in place, and its type is not said.
 * `toKeep`: nothing is shown in place.
 */
export async function answerWith(
  file: ReadableFile,
  { request, response, toKeep, isForEver = false }: Answering,
): Promise<void> {
  const etag = `"${file.sha256}"`;
  const isShown = file.isInline && !toKeep;
  const disposition = dispositionOf(isShown ? 'inline' : 'attachment', file.name);
  response.set({
    ETag: etag,
    'Accept-Ranges': 'bytes',
    'Cache-Control': isForEver ? immutable : askedAbout,
    'Content-Disposition': disposition,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
  });
  if (isKnown(request, etag)) {
    response.status(304).end();
    return;
  }
  const elsewhere = isShown ? undefined : await file.linkFor(disposition);
  if (elsewhere !== undefined) {
    response.redirect(302, elsewhere);
    return;
  }
  response.set('Content-Type', typeOf(file));
  await sendPart(file, { request, response, part: askedFor(request, response, file, etag) });
}

async function sendPart(
  file: ReadableFile,
  { request, response, part }: { request: Request; response: Response; part: ByteRange | 'all' },
): Promise<void> {
  if (part !== 'all') {
    response.status(206);
    response.set('Content-Range', `bytes ${part.start}-${part.end}/${file.size}`);
  }
  const length = part === 'all' ? file.size : part.end - part.start + 1;
  response.set('Content-Length', String(length));
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  try {
    await pipeline(await file.read(part === 'all' ? undefined : part), response);
  } catch (error) {
    // The reader is gone, as players do all the time; then nobody is left to be told.
    if (!response.destroyed || response.writableFinished) throw error;
  }
}

/** Throws `range_not_satisfiable`, with the header that says how long the file is. */
function askedFor(
  request: Request,
  response: Response,
  { size }: ReadableFile,
  etag: string,
): ByteRange | 'all' {
  const ifRange = request.get('if-range');
  // What was begun is of another content: all of this one.
  if (ifRange !== undefined && ifRange !== etag) return 'all';
  const part = partOf(request.get('range'), size);
  if (part !== 'none') return part;
  response.set('Content-Range', `bytes */${size}`);
  throw problem('range_not_satisfiable', { size });
}

function isKnown(request: Request, etag: string): boolean {
  const known = (request.get('if-none-match') ?? '').split(',').map((one) => one.trim());
  return known.some((one) => one === '*' || one.replace(/^W\//u, '') === etag);
}

/** Text is UTF-8, or it would not have been taken for text. */
function typeOf({ mime, isInline }: ReadableFile): string {
  if (!isInline) return 'application/octet-stream';
  return mime.startsWith('text/') ? `${mime}; charset=utf-8` : mime;
}

/** As of RFC 6266: the name as it is, and, for who does not read that, what of it is ASCII. */
function dispositionOf(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\%]/gu, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/gu,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
