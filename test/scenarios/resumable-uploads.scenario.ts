import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { FileMeta, type ChatId, type FileId } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import {
  askTus,
  begin,
  begun,
  offsetOf,
  resumed,
  send,
  stuck,
} from '../people/resumable-upload.js';
import { bytesOf, fetchAs, pixel } from '../people/uploads.js';
import { topologies, type Deployment } from '../topologies/index.js';

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const digest = (algorithm: string, content: Uint8Array) =>
  `${algorithm} ${createHash(algorithm).update(content).digest('base64')}`;

/** A PDF as far as its first bytes tell. */
const document = (size: number) => {
  const content = new Uint8Array(randomBytes(size));
  content.set(Buffer.from('%PDF-1.7\n'));
  return content;
};

describe.each(topologies)('Resumable uploads, %s', (_, start) => {
  let deployment: Deployment;
  let ada: Person;
  let ben: Person;
  let stranger: Person;
  let chatId: ChatId;

  beforeAll(async () => {
    deployment = await start({
      PARLEY_FILES_MAX_BYTES: '3000000',
      PARLEY_FILES_USER_QUOTA: '12000000',
      PARLEY_FILES_UNFINISHED: '4',
    });
    const register = (name: string) => Person.register(deployment.url, name);
    [ada, ben, stranger] = [await register('ada'), await register('ben'), await register('eve')];
    chatId = await ada.group('crew', ben);
  });

  afterAll(() => deployment.close());

  const pdf = () => ({ chatId, name: 'report.pdf' });
  const problemOf = async (answer: Promise<Response>) => {
    const response = await answer;
    const { status, headers } = response;
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    return [status, ((await response.json()) as { code: string }).code];
  };
  const metaOf = async (person: Person, id: FileId) =>
    FileMeta.parse((await person.get(`/api/files/${id}/meta`)).body);

  it('say what of the protocol they speak', async () => {
    const { status, headers } = await askTus(ada, 'OPTIONS');
    expect([status, Object.fromEntries(headers)]).toEqual([
      204,
      expect.objectContaining({
        'tus-resumable': '1.0.0',
        'tus-version': '1.0.0',
        'tus-extension': 'creation,creation-with-upload,termination,expiration,checksum',
        'tus-checksum-algorithm': 'sha1,sha256',
        'tus-max-size': '3000000',
      }),
    ]);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('become a file with the last byte, by the client that everybody has', async () => {
    const content = document(2_000_000);
    const id = await resumed(ada, { ...pdf(), name: '../the report.pdf', content });

    const { name, mime, size, ...meta } = await metaOf(ada, id);
    expect([name, mime, size]).toEqual(['the report.pdf', 'application/pdf', content.length]);
    expect(meta.sha256).toBe(sha256(content));
    const whole = await bytesOf(await fetchAs(ada, `/api/files/${id}`));
    expect(sha256(whole)).toBe(meta.sha256);
    expect((await ben.get(`/api/files/${id}/meta`)).status).toBe(403);
  });

  it('go on where they stood, by whichever replica, and answer again when nobody heard it', async () => {
    const content = document(1_000_000);
    const upload = await begun(ada, pdf(), content.length);
    let offset = 0;
    for (const size of [1, 5000, 400_000, 599_999 - 5000]) {
      const answer = await send(ada, upload, offset, content.slice(offset, offset + size));
      expect([answer.status, answer.headers.get('upload-offset')]).toEqual([
        204,
        String((offset += Math.min(size, content.length - offset))),
      ]);
      const isWhole = offset === content.length;
      expect(answer.headers.has('upload-file-id')).toBe(isWhole);
      expect(answer.headers.has('upload-expires')).toBe(!isWhole);
      expect(await offsetOf(ada, upload)).toBe(offset);
    }
    const again = await askTus(ada, 'HEAD', upload);
    const id = upload.split('/').at(-1) as FileId;
    expect(again.headers.get('upload-file-id')).toBe(id);
    expect(again.headers.get('upload-length')).toBe(String(content.length));
    expect((await metaOf(ada, id)).sha256).toBe(sha256(content));
    // Once more, from the beginning or the end: it is as it is.
    expect(await problemOf(send(ada, upload, 0, content))).toEqual([409, 'conflict']);
    expect((await send(ada, upload, content.length, new Uint8Array())).status).toBe(204);
  });

  it('may bring bytes with their beginning, or none at all', async () => {
    const content = document(700_000);
    const begin1 = await begin(ada, pdf(), content.length, { body: content.slice(0, 300_000) });
    expect([begin1.status, begin1.headers.get('upload-offset')]).toEqual([201, '300000']);
    const location = begin1.headers.get('location')!;
    // Right behind any proxy.
    expect(location).toMatch(/^\/api\/files\/resumable\/\w+$/);
    const rest = await send(ada, location, 300_000, content.slice(300_000));
    expect(rest.headers.get('upload-file-id')).toBe(location.split('/').at(-1));

    const empty = await begin(ada, { chatId, name: 'empty.txt' }, 0);
    const id = empty.headers.get('upload-file-id') as FileId;
    expect((await metaOf(ada, id)).size).toBe(0);
  });

  it('keep only what its checksum fits', async () => {
    const content = document(500_000);
    const upload = await begun(ada, pdf(), content.length);
    const half = content.slice(0, 250_000);
    const broken = half.slice();
    broken[200_000]! ^= 1;
    const withSum = (bytes: Uint8Array<ArrayBuffer>, said: string) =>
      send(ada, upload, 0, bytes, { 'upload-checksum': said });

    for (const algorithm of ['sha1', 'sha256']) {
      const refused = await problemOf(withSum(broken, digest(algorithm, half)));
      expect(refused).toEqual([460, 'checksum_mismatch']);
      expect(await offsetOf(ada, upload)).toBe(0);
    }
    for (const unknown of ['md5 1B2M2Y8AsgTpgAmY7PhCfg==', 'sha1', 'sha1 ?'])
      expect(await problemOf(withSum(half, unknown))).toEqual([422, 'validation_failed']);
    expect((await withSum(half, digest('sha1', half))).status).toBe(204);
    const rest = content.slice(250_000);
    const sum = { 'upload-checksum': digest('sha256', rest) };
    const last = await send(ada, upload, 250_000, rest, sum);
    const id = last.headers.get('upload-file-id') as FileId;
    expect((await metaOf(ada, id)).sha256).toBe(sha256(content));
  });

  it('are nobody’s but who began them, as long as they are in the chat', async () => {
    const content = document(10_000);
    const upload = await begun(ben, pdf(), content.length);
    for (const other of [ada, stranger]) {
      expect((await askTus(other, 'HEAD', upload)).status).toBe(404);
      expect(await problemOf(send(other, upload, 0, content))).toEqual([404, 'not_found']);
      expect(await problemOf(askTus(other, 'DELETE', upload))).toEqual([404, 'not_found']);
    }
    expect(await problemOf(begin(stranger, pdf(), 1))).toEqual([403, 'not_member']);
    const nobody = Object.assign(Object.create(ada) as Person, { token: 'x' });
    for (const asked of [begin(nobody, pdf(), 1), send(nobody, upload, 0, content)])
      expect(await problemOf(asked)).toEqual([401, 'unauthenticated']);
    expect((await askTus(nobody, 'OPTIONS')).status).toBe(401);

    await ada.delete(`/api/chats/${chatId}/members/${ben.id}`);
    expect(await problemOf(send(ben, upload, 0, content))).toEqual([403, 'not_member']);
    await ada.post(`/api/chats/${chatId}/members`, { userIds: [ben.id] });
    expect(await offsetOf(ben, upload)).toBe(0);
    expect((await askTus(ben, 'DELETE', upload)).status).toBe(204);
    expect((await askTus(ben, 'HEAD', upload)).status).toBe(404);
  });

  it('are refused before a byte is read, or as soon as the bytes tell', async () => {
    expect(await problemOf(begin(ada, pdf(), 3_000_001))).toEqual([413, 'payload_too_large']);
    for (const length of ['-1', '1.5', 'x', ''])
      expect(await problemOf(begin(ada, pdf(), length))).toEqual([422, 'validation_failed']);
    for (const name of ['x', 'x y z', 'filename !!', `chatId ${'A'.repeat(5000)}`]) {
      const headers = { 'upload-metadata': name };
      const answer = begin(ada, pdf(), 1, { headers });
      expect(await problemOf(answer)).toEqual([422, 'validation_failed']);
    }
    const old = begin(ada, pdf(), 1, { headers: { 'tus-resumable': '0.2.2' } });
    expect((await old).headers.get('tus-version')).toBe('1.0.0');
    expect(await problemOf(old)).toEqual([412, 'precondition_failed']);

    const upload = await begun(ada, { chatId, name: 'picture.jpg' }, 2_000_000);
    const first = new Uint8Array(5000);
    first.set(pixel);
    expect(await problemOf(send(ada, upload, 0, first))).toEqual([415, 'unsupported_media_type']);
    expect((await askTus(ada, 'HEAD', upload)).status).toBe(404);

    const small = await begun(ada, pdf(), 10);
    const type = { 'content-type': 'application/octet-stream' };
    const wrong = send(ada, small, 0, new Uint8Array(1), type);
    expect(await problemOf(wrong)).toEqual([415, 'unsupported_media_type']);
    expect(await problemOf(send(ada, small, 1, new Uint8Array(1)))).toEqual([409, 'conflict']);
    expect(await problemOf(send(ada, small, 0, document(11)))).toEqual([413, 'payload_too_large']);
    expect(await offsetOf(ada, small)).toBe(0);
    await askTus(ada, 'DELETE', small);
  });

  it('are as many, and as large, as a person may have', async () => {
    const cleo = await Person.register(deployment.url, 'cleo');
    const own = { chatId: await cleo.group('own', ben), name: 'a.pdf' };
    const uploads: string[] = [];
    for (let n = 0; n < 4; n++) uploads.push(await begun(cleo, own, 3_000_000));
    expect(await problemOf(begin(cleo, own, 1))).toEqual([429, 'rate_limited']);
    for (const upload of uploads)
      expect((await send(cleo, upload, 0, document(3_000_000))).status).toBe(204);
    expect(await problemOf(begin(cleo, own, 1))).toEqual([507, 'quota_exceeded']);
  });

  it('end a request that a later one makes useless', async () => {
    const content = document(1_500_000);
    const upload = await begun(ada, pdf(), content.length);
    const request = await stuck(ada, upload, {
      all: content.length,
      sent: content.slice(0, 900_000),
    });
    const answers: IncomingMessage[] = [];
    request.once('response', (answer) => answers.push(answer.resume()));
    // It may not have begun at the first.
    const offset = await eventually(async () => {
      const found = await offsetOf(ada, upload);
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([503]);
      return found;
    });
    const last = await send(ada, upload, offset, content.slice(offset));
    const id = last.headers.get('upload-file-id') as FileId;
    expect((await metaOf(ada, id)).sha256).toBe(sha256(content));
    request.destroy();
  });
});
