import { createHash, randomBytes } from 'node:crypto';
import { ChatFilePage, FileMeta, Message, type ChatId, type FileInfo } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import sharp from 'sharp';
import { fileMatrix } from '../authorization/file-matrix.js';
import { committedApi } from '../people/answer-check.js';
import { Person } from '../people/person.js';
import { bytesOf, fetchAs, pixel, upload, uploaded } from '../people/uploads.js';
import { topologies, type Deployment } from '../topologies/index.js';

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const text = (words: string) => new Uint8Array(Buffer.from(words));

/** A PDF as far as its first bytes tell; the rest is as random as a compressed file. */
const document = (size: number) =>
  new Uint8Array(Buffer.concat([text('%PDF-1.7\n'), randomBytes(size)]));

const secret = 's'.repeat(32);

describe.each(topologies)('Files, %s', (_, start) => {
  let deployment: Deployment;
  let ada: Person;
  let ben: Person;
  let stranger: Person;
  let chatId: ChatId;

  beforeAll(async () => {
    deployment = await start({ PARLEY_FILES_MAX_BYTES: '3000000', JWT_SECRET: secret });
    const register = (name: string) => Person.register(deployment.url, name);
    [ada, ben, stranger] = [await register('ada'), await register('ben'), await register('eve')];
    chatId = await ada.group('crew', ben);
  });

  afterAll(async () => {
    for (const person of [ada, ben, stranger]) expect(person.complaints).toEqual([]);
    await deployment.close();
  });

  it('are in the document of the API, whoever serves it', async () => {
    const { body } = await ada.get('/api/openapi.json');
    expect(body).toEqual(committedApi());
    expect(Object.keys((body as { paths: object }).paths)).toEqual(
      expect.arrayContaining(['/api/files/upload', '/api/files/{fileId}']),
    );
  });

  it('are kept as they came, and read whole, in parts, and again only if they changed', async () => {
    const content = document(2_500_000);
    const file = await uploaded(ada, { chatId, name: 'report.pdf', content });
    expect(file).toEqual({
      id: expect.any(String) as string,
      name: 'report.pdf',
      mime: 'application/pdf',
      size: content.length,
      sha256: sha256(content),
      preview: 'pending',
    });

    const path = `/api/files/${file.id}`;
    const whole = await fetchAs(ada, path);
    expect(sha256(await bytesOf(whole))).toBe(file.sha256);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.length),
      'content-disposition': `inline; filename="report.pdf"; filename*=UTF-8''report.pdf`,
      'content-security-policy': expect.stringContaining('sandbox') as string,
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
    });
    expect(whole.headers.get('x-request-id')).toMatch(/^\w+$/);

    const part = await fetchAs(ada, path, { headers: { range: 'bytes=1000-1999' } });
    expect([part.status, part.headers.get('content-range')]).toEqual([
      206,
      `bytes 1000-1999/${content.length}`,
    ]);
    expect((await bytesOf(part)).equals(Buffer.from(content.subarray(1000, 2000)))).toBe(true);

    const etag = whole.headers.get('etag')!;
    const again = await fetchAs(ada, path, { headers: { 'if-none-match': etag } });
    expect([again.status, (await bytesOf(again)).length]).toEqual([304, 0]);

    const head = await fetchAs(ada, path, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([
      200,
      String(content.length),
    ]);
  });

  it('are refused by what they are, and to whom they do not belong', async () => {
    const codeOf = async (response: Response) => {
      const { code } = (await response.json()) as { code: string };
      return [response.status, code];
    };
    const tooLarge = { chatId, name: 'large.pdf', content: document(3_100_000) };
    const renamed = { chatId, name: 'picture.jpg', content: pixel };
    const program = {
      chatId,
      name: 'tool',
      content: new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]),
    };
    const elsewhere = { chatId, name: 'pixel.png', content: pixel };

    expect(await codeOf(await upload(ada, tooLarge))).toEqual([413, 'payload_too_large']);
    expect(await codeOf(await upload(ada, renamed))).toEqual([415, 'unsupported_media_type']);
    expect(await codeOf(await upload(ada, program))).toEqual([415, 'unsupported_media_type']);
    for (const fileFirst of [false, true]) {
      const answer = await upload(stranger, elsewhere, { fileFirst });
      expect(await codeOf(answer)).toEqual([403, 'not_member']);
    }
    const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    expect(await codeOf(await fetchAs(ada, '/api/files/upload', json))).toEqual([
      415,
      'unsupported_media_type',
    ]);
  });

  it('are not read by strangers, nor by nobody, but by who has a link, until they are gone', async () => {
    const file = await uploaded(ada, { chatId, name: 'pixel.png', content: pixel });
    const path = `/api/files/${file.id}`;
    // Not sent yet: it is nobody's but hers.
    for (const other of [ben, stranger]) {
      expect((await fetchAs(other, path)).status).toBe(403);
      expect((await other.get(`${path}/meta`)).status).toBe(403);
    }
    expect((await fetch(`${deployment.url}${path}`)).status).toBe(401);

    const { link } = FileMeta.parse((await ada.get(`${path}/meta`)).body);
    const byLink = (url: string) => fetch(`${deployment.url}${url}`);
    expect((await bytesOf(await byLink(link.url))).equals(Buffer.from(pixel))).toBe(true);
    expect((await byLink(link.url.replace('signature=', 'signature=A'))).status).toBe(403);
    expect((await byLink(link.url.replace(/expires=\d+/, 'expires=1'))).status).toBe(403);

    expect((await ben.delete(path)).status).toBe(403);
    expect((await ada.delete(path)).status).toBe(204);
    expect((await byLink(link.url)).status).toBe(410);
    expect((await fetchAs(ada, path)).status).toBe(410);
  });

  it('go with messages: to whoever sees one, and away with the last of them', async () => {
    const [one, two] = [
      await uploaded(ada, { chatId, name: 'pixel.png', content: pixel }),
      await uploaded(ada, { chatId, name: 'words.txt', content: text('some words') }),
    ];
    const fileIds = [two.id, one.id];
    const sent = await ada.post('/api/messages', { chatId, fileIds });
    const message = Message.parse(sent.body);
    const asSent = ({ id, name, mime, size }: FileInfo) => ({ id, name, mime, size });
    // Its size may be known by now, or soon: it is looked at meanwhile.
    expect([sent.status, message.kind, message.files]).toMatchObject([
      201,
      'file',
      [asSent(two), asSent(one)],
    ]);
    expect((await ben.get(`/api/messages/item/${message.id}`)).body).toMatchObject(message);

    // Who comes later and sees no history sees no files of it, until somebody sends them again.
    const late = await Person.register(deployment.url, 'late');
    const path = `/api/files/${one.id}`;
    await ada.post(`/api/chats/${chatId}/members`, { userIds: [late.id] });
    const statusFor = async (person: Person) => (await fetchAs(person, path)).status;
    await eventually(async () => expect((await late.get(`/api/chats/${chatId}`)).status).toBe(200));
    expect([await statusFor(ben), await statusFor(late), await statusFor(stranger)]).toEqual([
      200, 403, 403,
    ]);
    const again = await ben.post('/api/messages', { chatId, text: 'again', fileIds: [one.id] });
    expect([again.status, await statusFor(late)]).toEqual([201, 200]);
    await ada.delete(`/api/chats/${chatId}/members/${late.id}`);
    await eventually(async () => expect(await statusFor(late)).toBe(403));

    const { link } = FileMeta.parse((await ben.get(`${path}/meta`)).body);
    const byLink = async () => (await fetch(`${deployment.url}${link.url}`)).status;
    await ada.delete(`/api/messages/${message.id}`);
    await eventually(async () =>
      expect((await ada.get(`/api/files/${two.id}/meta`)).status).toBe(410),
    );
    expect(await byLink()).toBe(200);
    await ben.delete(`/api/messages/${Message.parse(again.body).id}`);
    await eventually(async () => expect(await byLink()).toBe(410));
    expect([await statusFor(ada), late.complaints]).toEqual([410, []]);
  });

  it('are listed by kind for who sees their messages, and for nobody else', async () => {
    const group = await ada.group('archive', ben);
    const send = async (name: string, content: Uint8Array<ArrayBuffer>) => {
      const { id } = await uploaded(ada, { chatId: group, name, content });
      return Message.parse(
        (await ada.post('/api/messages', { chatId: group, fileIds: [id] })).body,
      );
    };
    const picture = await send('pixel.png', pixel);
    const words = await send('words.txt', text('some words'));
    const more = await send('more.txt', text('more words'));

    const path = `/api/chats/${group}/files`;
    const listed = async (person: Person, query = '') =>
      ChatFilePage.parse((await person.get(`${path}${query}`)).body);
    const seqs = async (person: Person, query = '') =>
      (await listed(person, query)).items.map(({ seq }) => seq);
    expect(await seqs(ben)).toEqual([more.seq, words.seq, picture.seq]);
    expect(await seqs(ben, '?kind=visual')).toEqual([picture.seq]);
    const first = await listed(ben, '?kind=document&limit=1');
    expect(first.items[0]).toMatchObject({ file: more.files![0], messageId: more.id });
    const rest = await listed(ben, `?kind=document&cursor=${first.page.nextCursor}`);
    expect([rest.items.map(({ seq }) => seq), rest.page.hasMore]).toEqual([[words.seq], false]);
    expect(await stranger.get(path)).toMatchObject({ status: 403, body: { code: 'not_member' } });

    const late = await Person.register(deployment.url, 'late');
    await ada.post(`/api/chats/${group}/members`, { userIds: [late.id] });
    await eventually(async () => expect((await late.get(path)).status).toBe(200));
    expect(await seqs(late)).toEqual([]);
    await ben.delete(`/api/messages/${words.id}?scope=me`);
    await ada.delete(`/api/messages/${more.id}`);
    expect([await seqs(ben), await seqs(ada)]).toEqual([[picture.seq], [words.seq, picture.seq]]);
  });

  it('are sent by who may read them only', async () => {
    const file = await uploaded(ada, { chatId, name: 'pixel.png', content: pixel });
    const send = (person: Person, fileId: string) =>
      person.post('/api/messages', { chatId, fileIds: [fileId] });
    expect(await send(ben, file.id)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await send(ada, 'nowhere')).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await ada.post('/api/messages', { chatId })).toMatchObject({
      status: 422,
      body: { code: 'validation_failed', params: { issues: [{ path: 'text' }] } },
    });
  });

  it('have names that are safe anywhere, and are never run', async () => {
    const named = async (name: string, content: Uint8Array<ArrayBuffer>): Promise<FileInfo> =>
      uploaded(ada, { chatId, name, content });
    const markup = text('<!doctype html><script>alert(1)</script>');
    const file = await named('../../etc/‮gnp.page.html', markup);
    expect([file.name, file.mime]).toEqual(['gnp.page.html', 'text/html']);

    const answer = await fetchAs(ada, `/api/files/${file.id}`);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect((await bytesOf(answer)).equals(Buffer.from(markup))).toBe(true);
  });

  it('of pictures are kept as they look, without what they tell besides', async () => {
    const background = { width: 60, height: 40, channels: 3, background: 'teal' } as const;
    const photo = await sharp({ create: background })
      .withExif({ IFD0: { Artist: 'Ada was here' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const content = new Uint8Array(photo);
    const file = await uploaded(ada, { chatId, name: 'photo.jpg', content });

    const served = await bytesOf(await fetchAs(ada, `/api/files/${file.id}`));
    expect([sha256(served), served.length]).toEqual([file.sha256, file.size]);
    expect([photo.includes('Ada was here'), served.includes('Ada was here')]).toEqual([
      true,
      false,
    ]);
    expect((await sharp(served).metadata()).orientation).toBe(6);
    const pixels = (picture: Buffer) => sharp(picture).raw().toBuffer();
    expect((await pixels(served)).equals(await pixels(photo))).toBe(true);
  });

  describe('are asked for:', () => fileMatrix(() => deployment.url, secret));
});
