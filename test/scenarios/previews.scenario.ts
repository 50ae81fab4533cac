import { FileLinks, Waveform, type ChatId } from '@app/contracts';
import sharp from 'sharp';
import { Person } from '../people/person.js';
import { bytesOf, fetchAs, pixel, uploaded } from '../people/uploads.js';
import { ProgramGate } from '../processes/program-gate.js';
import { topologies, type Deployment } from '../topologies/index.js';

describe.each(topologies)('Previews, %s', (_, start) => {
  const gate = new ProgramGate();
  let deployment: Deployment;
  let ada: Person;
  let ben: Person;
  let chatId: ChatId;

  beforeAll(async () => {
    const slow = { PATH: gate.searchPath, PARLEY_PREVIEW_SECONDS: '600' };
    deployment = await start({ PARLEY_PREVIEWS: 'on', ...slow });
    ada = await Person.arrive(deployment.url, 'ada');
    ben = await Person.arrive(deployment.url, 'ben');
    chatId = await ada.group('crew', ben);
  });

  afterAll(async () => {
    await gate.remove();
    for (const person of [ada, ben]) {
      expect(person.complaints).toEqual([]);
      person.leave();
    }
    await deployment.close();
  });

  it('are made, heard of, shown as the file itself is, and gone with it', async () => {
    const background = { width: 800, height: 400, channels: 3, background: 'teal' } as const;
    const content = new Uint8Array(await sharp({ create: background }).jpeg().toBuffer());
    const file = await uploaded(ada, { chatId, name: 'photo.jpg', content });
    const path = `/api/files/${file.id}`;
    const byLink = (url: string, headers = {}) => fetch(deployment.url + url, { headers });
    expect(file.preview).toBe('pending');

    const heard = await ada.hears('preview_ready', ({ fileId }) => fileId === file.id);
    expect(heard).toEqual({ fileId: file.id, chatId, preview: 'ready' });

    const { items } = FileLinks.parse((await ada.get(`/api/files/links?ids=${file.id}`)).body);
    const details = { width: 800, height: 400, sizes: [320, 1280] };
    expect(items).toMatchObject([{ preview: 'ready', details }]);
    const { previews } = items[0]!;
    expect(previews.map(({ size }) => size)).toEqual([320, 1280]);
    const small = await byLink(previews[0]!.url);
    expect(Object.fromEntries(small.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': expect.stringMatching(/^inline; /) as string,
      'content-security-policy': expect.stringContaining('sandbox') as string,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    });
    expect(await sharp(await bytesOf(small)).metadata()).toMatchObject({ width: 320, height: 160 });
    const again = await byLink(previews[0]!.url, { 'if-none-match': small.headers.get('etag')! });
    expect(again.status).toBe(304);
    const large = await fetchAs(ada, `${path}/preview?size=1280`);
    expect(await sharp(await bytesOf(large)).metadata()).toMatchObject({ width: 800 });

    // Not sent yet: it is nobody's but hers, and nobody else has heard of it.
    expect((await fetchAs(ben, `${path}/preview`)).status).toBe(403);
    expect((await byLink(`${path}/preview`)).status).toBe(401);
    expect((await byLink(previews[0]!.url.replace('signature=', 'signature=A'))).status).toBe(403);
    expect((await fetchAs(ada, `${path}/preview?size=99`)).status).toBe(422);
    expect(ben.all('preview_ready')).toEqual([]);

    expect((await ada.delete(path)).status).toBe(204);
    expect((await byLink(previews[0]!.url)).status).toBe(410);
    expect((await fetchAs(ada, `${path}/preview`)).status).toBe(410);
  });

  it('tell how a text begins and how loud a sound is, to who may read them', async () => {
    const words = new Uint8Array(Buffer.from('const one = 1;\n'));
    const text = await uploaded(ada, { chatId, name: 'one.ts', content: words });
    await ada.hears('preview_ready', ({ fileId }) => fileId === text.id);
    const snippet = `/api/files/${text.id}/snippet`;
    expect((await ada.get(snippet)).body).toEqual({
      text: 'const one = 1;\n',
      language: 'typescript',
      isWhole: true,
    });

    const sound = await uploaded(ada, { chatId, name: 'one.wav', content: oneSecond() });
    await ada.hears('preview_ready', ({ fileId }) => fileId === sound.id);
    expect((await ada.get(`/api/files/${sound.id}/meta`)).body).toMatchObject({
      preview: 'ready',
      details: { durationMs: 1000 },
    });
    const waveform = `/api/files/${sound.id}/waveform`;
    const { points } = Waveform.parse((await ada.get(waveform)).body);
    expect(new Set(points.slice(0, 127))).toEqual(new Set([255]));
    expect(new Set(points.slice(129))).toEqual(new Set([0]));

    for (const path of [snippet, waveform]) {
      expect((await ben.get(path)).status).toBe(403);
      expect((await fetch(deployment.url + path)).status).toBe(401);
    }
    // Of another kind: there is none.
    expect((await ada.get(`/api/files/${sound.id}/snippet`)).status).toBe(404);
    expect((await ada.get(`/api/files/${sound.id}/preview`)).status).toBe(404);
  });

  it('fail for what is broken, and the file is there all the same', async () => {
    const content = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from('no picture at all')]);
    const file = await uploaded(ada, { chatId, name: 'broken.jpg', content });
    const heard = await ada.hears('preview_ready', ({ fileId }) => fileId === file.id);
    expect(heard).toEqual({ fileId: file.id, chatId, preview: 'failed' });
    expect((await fetchAs(ada, `/api/files/${file.id}`)).status).toBe(200);
    expect((await fetchAs(ada, `/api/files/${file.id}/preview`)).status).toBe(404);
  });

  it('are made beside all else: the server answers, and members hear of what was sent', async () => {
    const create = { width: 6000, height: 6000, channels: 3, background: 'navy' } as const;
    const content = new Uint8Array(await sharp({ create }).png({ compressionLevel: 1 }).toBuffer());
    await gate.close();
    const large = await uploaded(ada, { chatId, name: 'large.png', content });
    await gate.isWaitedAt();
    // Not shown before it is sent, so that all who have the message hear of it.
    const last = await uploaded(ada, { chatId, name: 'last.png', content: pixel });
    const message = await ada.send(chatId, '', { fileIds: [last.id] });

    // All this while a picture is looked at, which does not end before.
    await ben.hears('new_message', ({ id }) => id === message.id);
    expect((await fetch(`${deployment.edgeUrl}/health/ready`)).status).toBe(200);
    const links = await ada.get(`/api/files/links?ids=${large.id}`);
    expect(FileLinks.parse(links.body).items).toMatchObject([{ preview: 'pending' }]);
    await gate.open();

    for (const file of [large, last]) {
      const news = { fileId: file.id, chatId, preview: 'ready' };
      const isOfIt = ({ fileId }: { fileId: string }) => fileId === file.id;
      expect(await ada.hears('preview_ready', isOfIt)).toEqual(news);
      if (file === last) expect(await ben.hears('preview_ready', isOfIt)).toMatchObject(news);
    }
    expect(ben.all('preview_ready')).toHaveLength(1);
    expect((await fetchAs(ben, `/api/files/${last.id}/preview`)).status).toBe(200);
  });
});

/** 8,000 samples of a WAV, of which the first half is as loud as can be. */
function oneSecond(): Uint8Array<ArrayBuffer> {
  const [rate, samples] = [8000, 8000];
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + samples * 2, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples * 2, 40);
  for (let n = 0; n < samples / 2; n++) wav.writeInt16LE(n % 2 ? 30_000 : -30_000, 44 + n * 2);
  return new Uint8Array(wav);
}
