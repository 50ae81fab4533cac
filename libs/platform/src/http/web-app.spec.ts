import { createHash } from 'node:crypto';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { EdgeUnderTest } from './testing/edge-under-test.js';

const script = `if (1 < 2) document.documentElement.dataset.theme = 'dark';`;
const index = `<!doctype html><html><head><link rel="icon" href="favicon.ico"><style>b{}</style><script>${script}</script>
<script src="main-ABCDEFGH.js" type="module"></script></head><body><app-root></app-root></body></html>`;
const code = `console.log(${JSON.stringify('x'.repeat(5000))});`;

interface KeptList {
  readonly assetGroups: readonly { readonly urls: readonly string[] }[];
  readonly hashTable: Readonly<Record<string, string>>;
}

describe('the web app', () => {
  let folder: string;
  let edge: EdgeUnderTest;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-web-'));
    await mkdir(join(folder, 'media'));
    const files = {
      'index.html': index,
      'main-ABCDEFGH.js': code,
      'chunk-QWERTYUI.js': code,
      'chunk-QWERTYUI.js.br': brotliCompressSync(code),
      'media/tiny-12345678.svg': '<svg/>',
      'favicon.ico': 'icon',
      'icon-maskable.png': 'icon',
      'chunk-B2Zx-v_8.js': code,
      'sw.js': code,
      'ngsw.json': JSON.stringify({
        configVersion: 1,
        assetGroups: [{ name: 'app', urls: ['/index.html', '/main-ABCDEFGH.js', '/favicon.ico'] }],
        hashTable: {
          '/index.html': 'as built',
          '/main-ABCDEFGH.js': 'of main',
          '/favicon.ico': 'of icon',
        },
      }),
      'ngsw.json.br': brotliCompressSync('as built'),
    };
    for (const [name, content] of Object.entries(files))
      await writeFile(join(folder, name), content);
    edge = await EdgeUnderTest.start({ PARLEY_WEB_DIR: folder });
  });

  afterAll(async () => {
    await edge.close();
    await rm(folder, { recursive: true });
  });

  const page = (path: string, at = edge) => at.fetch(path, { headers: { accept: 'text/html' } });

  it('answers every place in the app with its page, which is asked for anew each time', async () => {
    for (const path of ['/', '/c/01ABC/17', '/settings']) {
      const response = await page(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toContain('<app-root');
    }
  });

  it('packs the page for who can unpack it', async () => {
    const ask = (encoding: string) =>
      edge.fetch('/', { headers: { accept: 'text/html', 'accept-encoding': encoding } });
    const [packed, plain] = [await ask('gzip, br'), await ask('identity')];
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect(plain.headers.get('content-encoding')).toBeNull();
    for (const response of [packed, plain]) {
      expect(response.headers.get('vary')).toContain('Accept-Encoding');
      expect(await response.text()).toContain('<app-root');
    }
  });

  it('leaves paths of the server to the server', async () => {
    for (const path of ['/api/nothing', '/api', '/health/nothing'])
      expect((await page(path)).status).toBe(404);
  });

  it('does not answer for an asset of a former build', async () => {
    const response = await page('/main-OLDOLDOL.js');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'not_found' });
  });

  it('does not leave its folder', async () => {
    for (const path of ['/..%2f..%2fetc%2fpasswd', '/media/%2e%2e/%2e%2e/package.json', '/.env'])
      expect((await edge.fetch(path)).status).toBe(404);
  });

  it('lets hashed files be kept for ever, and no others', async () => {
    const hashed = await edge.fetch('/media/tiny-12345678.svg');
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(hashed.headers.get('content-type')).toBe('image/svg+xml');
    const mixed = await edge.fetch('/chunk-B2Zx-v_8.js');
    expect(mixed.headers.get('cache-control')).toContain('immutable');
    for (const path of ['/favicon.ico', '/icon-maskable.png'])
      expect((await edge.fetch(path)).headers.get('cache-control')).toBe('no-cache');
  });

  it('answers 304 to who has the file already', async () => {
    const etag = (await edge.fetch('/favicon.ico')).headers.get('etag')!;
    const ask = (known: string) =>
      // Without the second header, `fetch` says that it wants it anew in any case.
      edge.fetch('/favicon.ico', {
        headers: { 'if-none-match': known, 'cache-control': 'max-age=0' },
      });
    const again = await ask(etag);
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await ask('"other"')).status).toBe(200);
  });

  it('sends what the client can unpack: made by the build, packed here, or as it is', async () => {
    const get = (path: string, accepted: string) =>
      edge.fetch(path, { headers: { 'accept-encoding': accepted } });
    const cases = [
      ['/chunk-QWERTYUI.js', 'gzip, br', 'br'],
      ['/main-ABCDEFGH.js', 'gzip, br', 'gzip'],
      ['/main-ABCDEFGH.js', 'br', null],
      ['/main-ABCDEFGH.js', 'identity', null],
      ['/favicon.ico', 'gzip', null],
    ] as const;
    const etags = new Set<string | null>();
    for (const [path, accepted, encoding] of cases) {
      const response = await get(path, accepted);
      expect(response.headers.get('content-encoding')).toBe(encoding);
      expect(await response.text()).toBe(path === '/favicon.ico' ? 'icon' : code);
      etags.add(response.headers.get('etag'));
    }
    expect(etags.size).toBe(4);
  });

  it('answers HEAD without a body', async () => {
    const response = await edge.fetch('/main-ABCDEFGH.js', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it('allows the scripts of the page by hash, its styles by a nonce, and nothing inline', async () => {
    const [one, two] = [await page('/'), await page('/')];
    const policy = one.headers.get('content-security-policy')!;
    const hash = createHash('sha256').update(script).digest('base64');
    expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`);
    const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policy)![1]!;
    const html = await one.text();
    expect(html).toContain(`<app-root ngCspNonce="${nonce}">`);
    expect(html).toContain(`<style nonce="${nonce}">`);
    expect(two.headers.get('content-security-policy')).not.toBe(policy);
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).toContain("require-trusted-types-for 'script'");
  });

  it('gives the worker a page of which the list of kept files knows the hash', async () => {
    const [one, two] = [await edge.fetch('/index.html'), await edge.fetch('/index.html')];
    const html = await one.text();
    expect(await two.text()).toBe(html);
    expect(one.headers.get('cache-control')).toBe('no-cache');
    const list = await edge.fetch('/ngsw.json', { headers: { 'accept-encoding': 'br' } });
    expect(list.headers.get('cache-control')).toBe('no-cache');
    expect(((await list.json()) as { hashTable: object }).hashTable).toEqual({
      '/index.html': createHash('sha1').update(html).digest('hex'),
      '/main-ABCDEFGH.js': 'of main',
      '/favicon.ico': 'of icon',
    });
    // The worker finds this word in both, and puts a new nonce in its place.
    expect(html).toContain('ngCspNonce="anew-for-each-visit"');
    expect(one.headers.get('content-security-policy')).toContain("'nonce-anew-for-each-visit'");
    expect(await readFile('apps/web/public/sw.js', 'utf8')).toContain("'anew-for-each-visit'");
  });

  it('lets the worker run and fetch what is of ours, and nothing else', async () => {
    const { headers } = await edge.fetch('/sw.js');
    expect(headers.get('cache-control')).toBe('no-cache');
    const policy = headers.get('content-security-policy');
    expect(policy).toMatch(/default-src 'none'.*script-src 'self'; connect-src 'self'$/);
  });

  it('has its hashed files fetched from the mirror that is set, and nothing else', async () => {
    const cdn = 'https://cdn.example.com/parley';
    const mirrored = await EdgeUnderTest.start({ PARLEY_WEB_DIR: folder, CDN_URL: cdn });
    const response = await page('/', mirrored);
    const policy = response.headers.get('content-security-policy')!;
    const html = await response.text();
    expect(html).toContain(`<script src="${cdn}/main-ABCDEFGH.js" crossorigin type="module">`);
    expect(html).toContain('href="favicon.ico"');
    for (const kind of ['script', 'style', 'font'])
      expect(policy).toMatch(new RegExp(`${kind}-src 'self' ${cdn}/[ ;]`));
    expect(policy).toContain("connect-src 'self';");

    const list = (await (await mirrored.fetch('/ngsw.json')).json()) as KeptList;
    const kept = ['/index.html', `${cdn}/main-ABCDEFGH.js`, '/favicon.ico'];
    expect(list.assetGroups[0]!.urls).toEqual(kept);
    expect(Object.keys(list.hashTable)).toEqual(kept);
    // Another policy is another page, although nothing else of it has changed.
    expect(list.hashTable['/index.html']).not.toBe(
      ((await (await edge.fetch('/ngsw.json')).json()) as KeptList).hashTable['/index.html'],
    );
    const worker = await mirrored.fetch('/sw.js');
    expect(worker.headers.get('content-security-policy')).toContain(`connect-src 'self' ${cdn}/`);

    const [hashed, other] = await Promise.all(
      ['/main-ABCDEFGH.js', '/favicon.ico'].map((path) => mirrored.fetch(path)),
    );
    expect(hashed!.headers.get('access-control-allow-origin')).toBe('*');
    expect(hashed!.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(other!.headers.get('access-control-allow-origin')).toBeNull();
    expect(other!.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    await mirrored.close();
  });

  it('lets nobody else have its files where no mirror is set', async () => {
    const { headers } = await edge.fetch('/main-ABCDEFGH.js');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect((await page('/')).headers.get('content-security-policy')).not.toContain('http');
  });

  it('says in words that nobody has built it, and serves it once somebody has', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'parley-web-'));
    const unbuilt = await EdgeUnderTest.start({ PARLEY_WEB_DIR: join(empty, 'later') });
    const before = await page('/', unbuilt);
    expect(before.status).toBe(503);
    expect(await before.text()).toContain('npm run build:web');
    expect((await unbuilt.fetch('/main.js')).status).toBe(404);

    await mkdir(join(empty, 'later'));
    await writeFile(join(empty, 'later', 'index.html'), index);
    expect((await page('/', unbuilt)).status).toBe(200);
    await unbuilt.close();
    await rm(empty, { recursive: true });
  });
});
