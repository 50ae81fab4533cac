import { createHash } from 'node:crypto';
import { EdgeUnderTest } from '../http/testing/edge-under-test.js';

describe('documents of a running server', () => {
  let edge: EdgeUnderTest;
  beforeAll(async () => (edge = await EdgeUnderTest.start()));
  afterAll(() => edge.close());

  it('serves the contract of REST and of the sockets', async () => {
    const openApi = await edge.fetch('/api/openapi.json');
    expect(openApi.headers.get('content-type')).toContain('application/json');
    expect(await openApi.json()).toMatchObject({
      openapi: '3.1.0',
      paths: { '/api/things': expect.any(Object) as object },
    });
    expect(await (await edge.fetch('/api/asyncapi.json')).json()).toMatchObject({
      asyncapi: '3.0.0',
    });
  });

  it('shows them on a page that loads nothing from elsewhere', async () => {
    const page = await edge.fetch('/api/docs', { headers: { accept: 'text/html' } });
    const html = await page.text();
    expect(page.status).toBe(200);
    const sources = [...html.matchAll(/(?:src|href)=["']([^"']+)["']/g)].map(
      ([, source]) => source!,
    );
    expect(sources.length).toBeGreaterThan(3);
    for (const source of sources) {
      expect(source).toMatch(/^\.?\//);
      const loaded = await edge.fetch(new URL(source, `${edge.url}/api/docs`).pathname);
      // Read to its end: a server waits for it before it stops.
      expect([loaded.status, (await loaded.arrayBuffer()).byteLength > 0]).toEqual([200, true]);
    }
    expect(html).not.toMatch(/<script>[^<]/);
  });

  it('gives that page a policy of its own, still without inline scripts', async () => {
    const response = await edge.fetch('/api/docs');
    await response.arrayBuffer();
    const { headers } = response;
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('http');
  });

  it('shows a guide to people, which may show its own style and do nothing else', async () => {
    const page = await edge.fetch('/api/guide');
    const html = await page.text();
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(html).toContain('<code>/api/things</code>');
    const style = /<style>([^]*?)<\/style>/.exec(html)![1]!;
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toContain(`style-src 'sha256-${hash}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
  });

  it('offers to sign in there with an access token', async () => {
    const init = await (await edge.fetch('/api/docs/swagger-ui-init.js')).text();
    expect(init).toContain('"scheme": "bearer"');
    expect(init).toContain('"validatorUrl": null');
  });
});
