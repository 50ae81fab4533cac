import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request as ask, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type ChatId, type FileInfo } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { FakeClamd } from '../../libs/files/src/testing/fake-clamd.js';
import { harmless, infected, names, refused } from '../people/hostile-files.js';
import { hostileForms, type HostileForm } from '../people/hostile-forms.js';
import { Person } from '../people/person.js';
import { bytesOf, fetchAs, upload, uploaded } from '../people/uploads.js';
import { embedded, type Deployment } from '../topologies/index.js';

/** What a browser may show in place: it runs nothing of it, under our policy. */
const shown = /^(?:image\/(?:png|jpeg|gif|webp|bmp)|application\/pdf|text\/plain; charset=utf-8)$/u;

describe('A file that somebody means ill with', () => {
  let folder: string;
  let clamd: FakeClamd;
  let deployment: Deployment;
  let eve: Person;
  let chatId: ChatId;
  let before: unknown;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parley-hostile-'));
    clamd = await FakeClamd.start();
    deployment = await embedded({
      PARLEY_CLAMD: clamd.address,
      PARLEY_FILES_DIR: folder,
      PARLEY_FILES_MAX_BYTES: '5000000',
      PARLEY_FILES_PATIENCE: '1',
      PARLEY_PREVIEWS: 'off',
    });
    eve = await Person.register(deployment.url, 'eve');
    chatId = await eve.group('crew', await Person.register(deployment.url, 'ada'));
    before = await kept();
  });

  // After each: it answers, and has kept nothing.
  afterEach(async () => {
    expect((await fetch(`${deployment.url}/health/ready`)).status).toBe(200);
    await eventually(async () => expect(await kept()).toEqual(before));
  });

  afterAll(async () => {
    await deployment.close();
    await clamd.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function kept() {
    const all = readdirSync(folder, { recursive: true, withFileTypes: true });
    const quota = (await eve.get('/api/files/quota')).body;
    return { files: all.filter((entry) => entry.isFile()).length, quota };
  }

  const copy = (content: Buffer) => new Uint8Array(content);
  const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

  it.each(refused)('is refused: $what', async ({ name, content }) => {
    const answer = await upload(eve, { chatId, name, content: copy(content) });
    expect([answer.status, await codeOf(answer)]).toEqual([415, 'unsupported_media_type']);
  });

  it.each(infected)('is refused by the virus scanner: $what', async ({ name, content }) => {
    const answer = await upload(eve, { chatId, name, content: copy(content) });
    expect([answer.status, await codeOf(answer)]).toEqual([422, 'malware_found']);
  });

  it('waits while the virus scanner is away, and nothing else does', async () => {
    const picked = { chatId, name: 'a.txt', content: copy(Buffer.from('harmless')) };
    const health = async () => (await fetch(`${deployment.url}/health/ready`)).json();
    await clamd.stop();
    const answer = await upload(eve, picked);
    expect([answer.status, await answer.json()]).toMatchObject([
      503,
      { code: 'service_unavailable', params: { service: 'scanner' } },
    ]);
    expect(await health()).toMatchObject({ status: 'ready', checks: { scanner: 'down' } });
    expect((await eve.post('/api/messages', { chatId, text: 'and yet' })).status).toBe(201);

    await clamd.start();
    expect(await health()).toMatchObject({ status: 'ready', checks: { scanner: 'up' } });
    const { id } = await uploaded(eve, picked);
    expect((await eve.delete(`/api/files/${id}`)).status).toBe(204);
  });

  it.each(harmless)('does nothing: $what', async ({ name, content }) => {
    const file = await uploaded(eve, { chatId, name, content: copy(content) });
    try {
      await isHarmless(file, content);
    } finally {
      expect((await eve.delete(`/api/files/${file.id}`)).status).toBe(204);
    }
  });

  /**
   * To be saved, or shown as what a browser never runs; nothing was unpacked, and nothing else than
   * what came, or what is left of a picture without what its camera and others wrote into it.
   */
  async function isHarmless({ id, mime }: FileInfo, content: Buffer): Promise<void> {
    const answer = await fetchAs(eve, `/api/files/${id}`);
    const header = (name: string) => answer.headers.get(name) ?? '';
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('content-security-policy')).toMatch(/default-src 'none'.*sandbox/u);
    if (header('content-disposition').startsWith('inline'))
      expect(header('content-type')).toMatch(shown);
    else expect(header('content-type')).toBe('application/octet-stream');
    const bytes = await bytesOf(answer);
    if (mime.startsWith('image/')) expect(bytes.length).toBeLessThanOrEqual(content.length);
    else expect(bytes.equals(content)).toBe(true);
  }

  it.each(names)('has a name that is one everywhere: %j', async (said, expected) => {
    // As it stands: a browser would write some of it otherwise.
    const boundary = 'between-parts';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name=`;
    const chat = `${head}"chatId"\r\n\r\n${chatId}\r\n`;
    const file = `${head}"file"; filename="${said.replaceAll('\\', '\\\\')}"\r\n\r\nharmless\r\n`;
    const { status, body } = await sent({
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      body: Buffer.from(`${chat}${file}--${boundary}--\r\n`),
    });
    const { name, id } = body as FileInfo;
    expect([status, name]).toEqual([
      201,
      typeof expected === 'string' ? expected : (expect.stringMatching(expected) as string),
    ]);
    const { headers } = await fetchAs(eve, `/api/files/${id}`);
    expect(headers.get('content-disposition')).toMatch(/^[\x20-\x7e]+$/u);
    await eve.delete(`/api/files/${id}`);
  });

  const forms = hostileForms('').map(({ what }, index) => [what, index] as const);

  it.each(forms)('comes in a form that is none: %s', async (_, index) => {
    const form = hostileForms(chatId)[index]!;
    const { status, body } = await sent(form);
    if (!form.isTaken) {
      expect(['validation_failed', 'unsupported_media_type', 'payload_too_large']).toContain(
        (body as { code: string }).code,
      );
      return;
    }
    expect(status).toBe(201);
    await eve.delete(`/api/files/${(body as FileInfo).id}`);
  });

  async function sent({ headers, body }: Omit<HostileForm, 'what' | 'isTaken'>) {
    const authorization = `Bearer ${eve.token}`;
    const request = ask(`${deployment.url}/api/files/upload`, {
      method: 'POST',
      headers: { ...headers, authorization, 'content-length': body.length },
    });
    request.end(body);
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    return { status: answer.statusCode, body: JSON.parse(await text(answer)) as unknown };
  }

  const lies: readonly (readonly [what: string, headers: string, body: string])[] = [
    ['is longer than it says', 'Content-Length: 10', 'x'.repeat(5000)],
    ['is shorter than it says, and goes', 'Content-Length: 5000', 'x'],
    ['says a length that is none', 'Content-Length: -1', 'x'],
    ['says two lengths', 'Content-Length: 1\r\nContent-Length: 2', 'xx'],
    ['says a length and none', 'Content-Length: 1\r\nTransfer-Encoding: chunked', '0\r\n\r\n'],
    ['has pieces of no length', 'Transfer-Encoding: chunked', 'zz\r\nxx\r\n'],
    ['has a header without end', `X-Long: ${'x'.repeat(100_000)}`, ''],
  ];

  it.each(lies)('%s', async (_, headers, body) => {
    const socket = begin(`${headers}\r\nContent-Type: multipart/form-data; boundary=a\r\n`);
    socket.write(body);
    if (body === 'x') socket.end();
    await closed(socket);
  });

  it('comes a byte at a time, for ever', async () => {
    const drips = ['/api/files/upload', '/api/files/resumable'].map(async (path) => {
      const type = path.endsWith('upload') ? formHead() : tusHead();
      const socket = begin(`Content-Length: 1000000\r\n${type}\r\n`, path);
      const drip = setInterval(() => socket.write('x'), 50);
      await closed(socket);
      clearInterval(drip);
    });
    await Promise.all(drips);
    const left = await eve.get('/api/files/quota');
    expect(left.status).toBe(200);
  });

  /** By an end, or by a break. */
  const closed = (socket: Socket) =>
    new Promise<unknown>((resolve) => socket.once('close', resolve));

  const formHead = () => 'Content-Type: multipart/form-data; boundary=a';
  const tusHead = () => {
    const said = `filename ${btoa('a.txt')},chatId ${btoa(chatId)}`;
    const type = 'Content-Type: application/offset+octet-stream';
    return `${type}\r\nTus-Resumable: 1.0.0\r\nUpload-Length: 1000000\r\nUpload-Metadata: ${said}`;
  };

  /** A connection on which the beginning of a request was written. */
  function begin(headers: string, path = '/api/files/upload') {
    const { port, hostname } = new URL(deployment.url);
    const socket = connect(Number(port), hostname);
    // It is to break.
    socket.on('error', () => undefined).resume();
    const host = `Host: ${hostname}\r\nConnection: close\r\nAuthorization: Bearer ${eve.token}\r\n`;
    socket.write(`POST ${path} HTTP/1.1\r\n${host}${headers}\r\n`);
    return socket;
  }
});
