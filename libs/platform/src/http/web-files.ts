import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** Below this, compression saves no packet. */
const minGzipBytes = 1024;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.mp3': 'audio/mpeg',
};

/** Those that shrink; the others are compressed already. */
const shrinking = new Set([
  '.html',
  '.js',
  '.css',
  '.json',
  '.webmanifest',
  '.svg',
  '.txt',
  '.map',
]);

/**
 * The last eight characters of the name, as Angular makes them. One at least is no small letter: so
 * `icon-maskable.png` has none.
 */
const hashed = /-(?=[^.]*[A-Z0-9][^.]*\.)[\w-]{8}\.[a-z0-9]+$/;

/** Whether the name of a file changes with its content. */
export function isHashed(path: string): boolean {
  return hashed.test(path);
}

/** One file of the build, as it is sent. */
export interface WebFile {
  readonly type: string;
  /** Its name changes with its content: may be kept for ever. */
  readonly isHashed: boolean;
  readonly etag: string;
  readonly body: Buffer;
  /** Compressed bodies, where there are any. */
  readonly br?: Buffer | undefined;
  readonly gzip?: Buffer | undefined;
}

/**
 * The built web app: `{[path]: file}`. Only what was there when it was opened is served, so no path
 * leads out of the folder; a file is read when it is first asked for and kept (a build is a few
 * megabytes).
 */
export class WebFiles {
  readonly #loaded = new Map<string, Promise<WebFile>>();

  private constructor(
    private readonly folder: string,
    private readonly paths: ReadonlySet<string>,
  ) {}

  /** Undefined when there is no build in the folder. */
  static async open(folder: string): Promise<WebFiles | undefined> {
    const paths = await pathsIn(folder);
    return paths.has('/index.html') ? new WebFiles(folder, paths) : undefined;
  }

  /** `path` as in the URL: `/main-ABCDEFGH.js`. Undefined for what is not in the build. */
  get(path: string): Promise<WebFile> | undefined {
    if (!this.paths.has(path)) return undefined;
    const known = this.#loaded.get(path);
    if (known) return known;
    const file = this.#load(path);
    this.#loaded.set(path, file);
    // A file that could not be read may be there the next time.
    file.catch(() => this.#loaded.delete(path));
    return file;
  }

  async #load(path: string): Promise<WebFile> {
    const body = await readFile(join(this.folder, path));
    const extension = extname(path);
    const shrinks = shrinking.has(extension) && body.length >= minGzipBytes;
    return {
      type: types[extension] ?? 'application/octet-stream',
      isHashed: isHashed(path),
      etag: createHash('sha256').update(body).digest('base64url').slice(0, 22),
      body,
      br: await this.#made(`${path}.br`),
      gzip: (await this.#made(`${path}.gz`)) ?? (shrinks ? await compress(body) : undefined),
    };
  }

  /** What the build compressed itself. */
  async #made(path: string): Promise<Buffer | undefined> {
    return this.paths.has(path) ? readFile(join(this.folder, path)) : undefined;
  }
}

async function pathsIn(folder: string): Promise<ReadonlySet<string>> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return new Set(
      entries
        .filter((entry) => entry.isFile())
        .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name))}`)
        .map((path) => path.replaceAll(sep, '/')),
    );
  } catch (error) {
    // Nobody has built the web app yet, which is for the page to say, not for the start to fail on.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Set();
    throw error;
  }
}
