import { brotliCompressSync, constants } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'express';
import { workerPolicy } from './security-headers.js';
import { keptFiles } from './kept-files.js';
import { WebFiles, type WebFile } from './web-files.js';
import { missingBuildPage, WebPage, type ServedPage } from './web-page.js';

/** Paths that belong to the server. */
const reserved = /^\/(?:api|health|metrics|socket\.io)(?:\/|$)/;

/**
 * Serves the built web app from `folder`: its files, and `index.html` for every other path that a
 * person navigates to. Files whose names carry a hash may be kept for ever; all others are asked
 * for again each time, and answered with 304 where nothing changed. The worker that keeps the app
 * in the browser gets a page of which it knows the hash. Without a build: a page that says so.
 * `cdn`: where browsers fetch the hashed files instead; it gets them here.
 */
export function webApp(folder: string, cdn?: string): RequestHandler {
  let opened: Promise<OpenedApp | undefined> | undefined;
  const open = async (): Promise<OpenedApp | undefined> => {
    opened ??= OpenedApp.open(folder, cdn);
    const app = await opened;
    // Somebody may build it while we run.
    if (!app) opened = undefined;
    return app;
  };
  return async (request, response, next) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead || reserved.test(request.path)) {
      next();
      return;
    }
    (response.locals as { route?: string }).route = 'web';
    const app = await open();
    if (app) await app.answer(request, response, next);
    else if (isNavigation(request)) sendMissing(response);
    else next();
  };
}

/** What runs beside the page, under a policy of its own. */
const workers = /^\/(?:sw|ngsw-worker|push-worker|safety-worker)\.js$/;

/** A mirror passes these on; without them browsers keep its files from our pages. */
const forPagesElsewhere = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

class OpenedApp {
  private constructor(
    private readonly files: WebFiles,
    private readonly page: WebPage,
    /** What is made here and not by the build: `/ngsw.json`. */
    private readonly made: ReadonlyMap<string, WebFile>,
    private readonly cdn: string | undefined,
  ) {}

  static async open(folder: string, cdn?: string): Promise<OpenedApp | undefined> {
    const files = await WebFiles.open(folder);
    const index = await files?.get('/index.html');
    if (!files || !index) return undefined;
    const page = new WebPage(index.body.toString('utf8'), cdn);
    const manifest = await files.get('/ngsw.json');
    const made = manifest && keptFiles(manifest.body.toString('utf8'), page.kept.html, cdn);
    return new OpenedApp(files, page, new Map(made ? [['/ngsw.json', made]] : []), cdn);
  }

  async answer(request: Request, response: Response, next: () => void): Promise<void> {
    const { path } = request;
    if (path === '/index.html') {
      sendPage(request, response, this.page.kept);
      return;
    }
    const file = await (this.made.get(path) ?? this.files.get(path));
    if (file) {
      if (this.cdn !== undefined && file.isHashed) response.set(forPagesElsewhere);
      if (workers.test(path)) response.set('Content-Security-Policy', workerPolicy(this.cdn));
      sendFile(request, response, file);
    } else if (isNavigation(request)) sendPage(request, response, this.page.serve());
    // An asset of a former build: a page in its place would be run as a script.
    else next();
  }
}

/** A person asks for a place in the app: HTML is welcome, and the path names no file. */
function isNavigation(request: Request): boolean {
  const { accept = '' } = request.headers;
  return accept.includes('text/html') && !/\.[a-z0-9]+$/i.test(request.path);
}

/** Each answer has a nonce of its own, so it is packed here: two thirds of it for 0.1 ms. */
function sendPage(request: Request, response: Response, { html, policy }: ServedPage): void {
  response
    .set({ 'Cache-Control': 'no-cache', 'Content-Security-Policy': policy })
    .set('Vary', 'Accept, Accept-Encoding')
    .type('html');
  if (request.acceptsEncodings('br') !== 'br') {
    response.send(html);
    return;
  }
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  response.set('Content-Encoding', 'br').send(brotliCompressSync(html, { params }));
}

function sendMissing(response: Response): void {
  response.status(503).set('Cache-Control', 'no-store').type('html').send(missingBuildPage);
}

function sendFile(request: Request, response: Response, file: WebFile): void {
  const encoding = encodingFor(request, file);
  response.set({
    'Cache-Control': file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Content-Type': file.type,
    // The compressed body is another one, and a cache must not mix them up.
    ETag: `"${file.etag}${encoding === undefined ? '' : `-${encoding}`}"`,
    Vary: 'Accept-Encoding',
  });
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  if (encoding !== undefined) response.set('Content-Encoding', encoding);
  const body = encoding === undefined ? file.body : file[encoding]!;
  response.set('Content-Length', String(body.length));
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Our preference, not the client's: browsers name gzip first and unpack Brotli as well. */
function encodingFor(request: Request, { br, gzip }: WebFile): 'br' | 'gzip' | undefined {
  if (br && request.acceptsEncodings('br') === 'br') return 'br';
  return gzip && request.acceptsEncodings('gzip') === 'gzip' ? 'gzip' : undefined;
}
