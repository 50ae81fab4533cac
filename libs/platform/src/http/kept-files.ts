import { createHash } from 'node:crypto';
import { isHashed, type WebFile } from './web-files.js';

/** What is used of Angular's `ngsw.json`. Paths begin with a slash, hashes are SHA-1 in hex. */
interface Manifest {
  readonly assetGroups: readonly { readonly urls: readonly string[] }[];
  readonly hashTable: Readonly<Record<string, string>>;
}

/**
 * The list of the files that a browser keeps, as the build has made it (`manifest`), with what the
 * build cannot know: the page as it is sent, and the mirror from which the hashed files come.
 */
export function keptFiles(manifest: string, page: string, cdn?: string): WebFile {
  const built = JSON.parse(manifest) as Manifest;
  const place = (path: string): string =>
    cdn !== undefined && isHashed(path) ? cdn + path.slice(1) : path;
  const hashes = { ...built.hashTable, '/index.html': sha1(page) };
  const body = Buffer.from(
    JSON.stringify({
      ...built,
      assetGroups: built.assetGroups.map((group) => ({ ...group, urls: group.urls.map(place) })),
      hashTable: Object.fromEntries(
        Object.entries(hashes).map(([path, hash]) => [place(path), hash]),
      ),
    }),
  );
  const type = 'application/json; charset=utf-8';
  return { type, isHashed: false, etag: sha1(body), body };
}

function sha1(content: string | Buffer): string {
  return createHash('sha1').update(content).digest('hex');
}
