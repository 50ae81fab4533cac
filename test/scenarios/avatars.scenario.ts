import { Chat, InvitePreview, Profile, User, type ChatId } from '@app/contracts';
import sharp from 'sharp';
import { Person } from '../people/person.js';
import { bytesOf, giveAvatar } from '../people/uploads.js';
import { topologies, type Deployment } from '../topologies/index.js';

const mine = '/api/users/avatar';

/** As a telephone takes it: larger than a body of JSON may be, and with where it was. */
async function photo(background: string): Promise<Uint8Array<ArrayBuffer>> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const create = { width: 900, height: 600, channels: 3, background, noise } as const;
  const exif = { IFD0: { Make: 'a camera' }, IFD3: { GPSLatitude: '52/1 31/1 0/1' } };
  const made = sharp({ create }).tint(background).withExif(exif).jpeg({ quality: 95 });
  return new Uint8Array(await made.toBuffer());
}

describe.each(topologies)('Avatars, %s', (_, start) => {
  let deployment: Deployment;
  let ada: Person;
  let ben: Person;
  let red: Uint8Array<ArrayBuffer>;
  let blue: Uint8Array<ArrayBuffer>;

  beforeAll(async () => {
    deployment = await start();
    [red, blue] = await Promise.all([photo('red'), photo('blue')]);
    ada = await Person.arrive(deployment.url, 'ada');
    ben = await Person.arrive(deployment.url, 'ben');
  });

  afterAll(async () => {
    for (const person of [ada, ben]) {
      expect(person.complaints).toEqual([]);
      person.leave();
    }
    await deployment.close();
  });

  const fetched = (path: string, headers = {}) => fetch(deployment.url + path, { headers });
  const profileOf = async (answer: Response) => Profile.parse(await answer.json());
  const refusal = async (answer: Response) => {
    const { code } = (await answer.json()) as { code: string };
    return [answer.status, code];
  };

  it('are cut out, told to others at once, and shown to whoever was told', async () => {
    await ben.tell('watch_presence', { userIds: [ada.id] });
    const answer = await giveAvatar(ada, mine, red);
    expect(answer.status).toBe(200);
    const { avatar } = await profileOf(answer);

    const heard = await ben.hears('user_updated', ({ id }) => id === ada.id);
    expect(heard.avatar).toBe(avatar);
    expect(User.parse((await ben.get(`/api/users/${ada.id}`)).body).avatar).toBe(avatar);
    for (const [query, size] of [
      ['?size=64', 64],
      ['?size=256', 256],
      ['', 256],
    ] as const) {
      const square = await fetched(`${avatar}${query}`);
      expect(Object.fromEntries(square.headers)).toMatchObject({
        'content-type': 'image/webp',
        'cache-control': 'public, max-age=31536000, immutable',
        'content-security-policy': expect.stringContaining('sandbox') as string,
        'x-content-type-options': 'nosniff',
      });
      const metadata = await sharp(await bytesOf(square)).metadata();
      expect(metadata).toMatchObject({ format: 'webp', width: size, height: size });
      expect(metadata.exif).toBeUndefined();
    }
    expect((await fetched(`${avatar}?size=100`)).status).toBe(422);
  });

  it('replace each other: the former one is gone, and so is the last', async () => {
    const [first, second] = [
      await profileOf(await giveAvatar(ada, mine, red)),
      await profileOf(await giveAvatar(ada, mine, blue)),
    ];
    expect(await refusal(await fetched(first.avatar!))).toEqual([404, 'not_found']);
    const { status, headers } = await fetched(second.avatar!);
    expect(status).toBe(200);
    const etag = { 'if-none-match': headers.get('etag')! };
    expect((await fetched(second.avatar!, etag)).status).toBe(304);

    expect((await ada.delete(mine)).status).toBe(204);

    const gone = await ada.hears('user_updated', ({ id, avatar }) => id === ada.id && !avatar);
    expect(gone).not.toHaveProperty('avatar');
    expect((await fetched(second.avatar!)).status).toBe(404);
    expect((await ada.delete(mine)).status).toBe(204);
  });

  it('are refused by what their bytes are, and stay as they were', async () => {
    const { avatar } = await profileOf(await giveAvatar(ada, mine, red));
    const bytes = (words: string) => new Uint8Array(Buffer.from(words, 'latin1'));
    const large = new Uint8Array(6_000_000);
    large.set(red);
    for (const [picture, ...problem] of [
      [bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415, 'unsupported_media_type'],
      [bytes('<!doctype html><script>alert(1)</script>'), 415, 'unsupported_media_type'],
      [bytes(`MZ\x90\0\x03${'\0'.repeat(300)}`), 415, 'unsupported_media_type'],
      [red.slice(0, 3000), 422, 'validation_failed'],
      [large, 413, 'payload_too_large'],
    ] as const)
      expect(await refusal(await giveAvatar(ada, mine, picture))).toEqual(problem);
    expect(await refusal(await giveAvatar(withoutToken(ada), mine, red))).toEqual([
      401,
      'unauthenticated',
    ]);
    expect((await ada.get(`/api/users/${ada.id}`)).body).toMatchObject({ avatar });
    expect((await fetched(avatar!)).status).toBe(200);
  });

  it('are given to groups and channels by their admins, as a change that all are told of', async () => {
    const chatId = await ada.group('crew', ben);
    const path = `/api/chats/${chatId}/avatar`;
    expect(await refusal(await giveAvatar(ben, path, red))).toEqual([403, 'forbidden']);
    const { avatar } = Chat.parse(await (await giveAvatar(ada, path, red)).json());
    const isOf = (id: ChatId) => id === chatId;
    expect(
      await ben.hears('chat_updated', (news) => isOf(news.chatId) && news.chat.avatar === avatar),
    ).toMatchObject({ chat: { name: 'crew' } });
    expect((await fetched(`${avatar}?size=64`)).status).toBe(200);
    const invite = await ada.post(`/api/chats/${chatId}/invites`, {});
    const { code } = invite.body as { code: string };
    const preview = InvitePreview.parse((await ben.get(`/api/invites/${code}`)).body);
    expect(preview.chatAvatar).toBe(avatar);

    expect((await ben.delete(path)).status).toBe(403);
    expect((await ada.delete(path)).status).toBe(204);

    await ben.hears('chat_updated', ({ chat, ...news }) => isOf(news.chatId) && !chat.avatar);
    const chat = Chat.parse((await ben.get(`/api/chats/${chatId}`)).body);
    expect(chat).not.toHaveProperty('avatar');
    expect(chat.lastMessage?.system).toEqual({
      type: 'traits_changed',
      changes: { avatar: null },
    });
    expect((await fetched(avatar!)).status).toBe(404);
    const direct = await ada.direct(ben);
    expect((await giveAvatar(ada, `/api/chats/${direct}/avatar`, red)).status).toBe(403);
  });

  it('are found by nobody who was not told', async () => {
    const { avatar } = await profileOf(await giveAvatar(ada, mine, red));
    const [key] = avatar!.split('/').slice(-1);
    const other = key!.replace(/^./u, (one) => (one === '0' ? '1' : '0'));
    expect((await fetched(avatar!.replace(key!, other))).status).toBe(404);
    expect((await fetched(`/api/files/avatars/${ada.id}`)).status).toBe(422);
    expect((await fetched('/api/files/avatars/')).status).toBe(401);
  });
});

/** The same person, who is not signed in any more. */
function withoutToken({ url }: Person): Person {
  return { url, token: '' } as Person;
}
