import { createHash, randomBytes } from 'node:crypto';
import { webPolicy } from './security-headers.js';
import { isHashed } from './web-files.js';

/** One answer: a nonce is of use only as long as nobody can guess it. */
export interface ServedPage {
  readonly html: string;
  readonly policy: string;
}

/**
 * What stands in the page that a browser keeps, where each answer has its own nonce. The worker
 * (`apps/web/public/sw.js`) puts a new one there for each visit: it has to know this word.
 */
const KEPT_NONCE = 'anew-for-each-visit';

/**
 * `index.html`, with what its policy needs: its inline scripts are allowed by their hashes, its
 * styles, and those that Angular adds later, by a nonce that each answer has anew. With `cdn` (a
 * URL with a slash at the end) its hashed files come from there, and so do those that they load.
 */
export class WebPage {
  /**
   * For the worker that keeps it: the same bytes every time, so that their hash is known. They tell
   * of the policy, too: another policy is another page, which is fetched again.
   */
  readonly kept: ServedPage;

  readonly #scriptHashes: readonly string[];

  readonly #html: string;

  constructor(
    html: string,
    private readonly cdn?: string,
  ) {
    this.#html = cdn === undefined ? html : withFilesFrom(cdn, html);
    this.#scriptHashes = [...html.matchAll(/<script[^>]*>([^]*?)<\/script>/g)]
      .map(([, script]) => script!)
      // Those with a `src` have nothing inside.
      .filter((script) => script !== '')
      .map((script) => `sha256-${createHash('sha256').update(script).digest('base64')}`);
    this.kept = this.#keep();
  }

  serve(): ServedPage {
    return this.#with(randomBytes(16).toString('base64'));
  }

  #keep(): ServedPage {
    const { html, policy } = this.#with(KEPT_NONCE);
    const mark = createHash('sha256').update(policy).digest('base64url').slice(0, 12);
    return {
      html: html.replace('</head>', `<meta name="policy" content="${mark}" /></head>`),
      policy,
    };
  }

  #with(nonce: string): ServedPage {
    return {
      html: this.#html
        .replaceAll('<style', `<style nonce="${nonce}"`)
        .replace('<app-root', `<app-root ngCspNonce="${nonce}"`),
      policy: webPolicy(this.#scriptHashes, nonce, this.cdn),
    };
  }
}

/**
 * Only names with a hash: a mirror may keep another file longer than we mean it. `crossorigin`, as
 * what is fetched without it is kept from pages of another origin.
 */
function withFilesFrom(cdn: string, html: string): string {
  return html.replace(/\b(src|href)="([^":]+)"/g, (whole, attribute: string, path: string) =>
    isHashed(path) ? `${attribute}="${cdn}${path.replace(/^\//, '')}" crossorigin` : whole,
  );
}

/** What a browser sees where nobody has built the web app. */
export const missingBuildPage = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Parley</title></head>
  <body>
    <h1>The server runs; the web app is not built</h1>
    <p>Build it with <code>npm run build:web</code> and load this page again.
    The API is here already: <a href="/api/docs">/api/docs</a>.</p>
  </body>
</html>
`;
