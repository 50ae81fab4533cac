import type { Request, RequestHandler, Response } from 'express';
import { WebFiles, type WebFile } from './web-files.js';
import { missingBuildPage, WebPage } from './web-page.js';

/** Paths that belong to the server. */
const reserved = /^\/(?:api|health|metrics|socket\.io)(?:\/|$)/;

/**
 * Serves the built web app from `folder`: its files, and `index.html` for every other path that a
 * person navigates to. Files whose names carry a hash may be kept for ever; all others are asked
 * for again each time, and answered with 304 where nothing changed. Without a build: a page that
 * says so. `cdn`: where browsers fetch the hashed files instead; it gets them here.
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

/** A mirror passes these on; without them browsers keep its files from our pages. */
const forPagesElsewhere = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

class OpenedApp {
  private constructor(
    private readonly files: WebFiles,
    private readonly page: WebPage,
    private readonly isMirrored: boolean,
  ) {}

  static async open(folder: string, cdn?: string): Promise<OpenedApp | undefined> {
    const files = await WebFiles.open(folder);
    const index = await files?.get('/index.html');
    if (!files || !index) return undefined;
    return new OpenedApp(files, new WebPage(index.body.toString('utf8'), cdn), cdn !== undefined);
  }

  async answer(request: Request, response: Response, next: () => void): Promise<void> {
    const { path } = request;
    const file = path === '/index.html' ? undefined : this.files.get(path);
    if (file) {
      const found = await file;
      if (this.isMirrored && found.isHashed) response.set(forPagesElsewhere);
      sendFile(request, response, found);
    } else if (isNavigation(request)) this.#sendPage(response);
    // An asset of a former build: a page in its place would be run as a script.
    else next();
  }

  #sendPage(response: Response): void {
    const { html, policy } = this.page.serve();
    response
      .set({ 'Cache-Control': 'no-cache', 'Content-Security-Policy': policy, Vary: 'Accept' })
      .type('html')
      .send(html);
  }
}

/** A person asks for a place in the app: HTML is welcome, and the path names no file. */
function isNavigation(request: Request): boolean {
  const { accept = '' } = request.headers;
  return accept.includes('text/html') && !/\.[a-z0-9]+$/i.test(request.path);
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
