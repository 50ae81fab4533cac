import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import {
  avatarKeyOf,
  avatarPathOf,
  maxAvatarBytes,
  problem,
  UserId,
  type Actor,
  type AvatarSize,
  type ContentHash,
} from '@app/contracts';
import { Clock } from '@app/platform';
import { eventually } from '@app/platform/testing';
import sharp from 'sharp';
import { AvatarTransfers, type IncomingPicture } from '../avatar-transfers.js';
import { FileSweep } from '../file-sweep.js';
import { StoragePort } from '../storage/storage-port.js';
import { crew, FilesBench, others } from '../testing/files-bench.js';
import { blackPng } from '../testing/hostile-files.js';
import { refusing } from '../testing/paper-owners.js';
import { colourAt } from '../testing/preview-stage.js';
import { AvatarSweep } from './avatar-sweep.js';

const dayMs = 24 * 3_600_000;

/** With a place in it, as a telephone writes it. */
const photo = (background: string, width = 300, height = 200): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .withExif({ IFD0: { Make: 'a camera' }, IFD3: { GPSLatitude: '52/1 31/1 0/1' } })
    .toBuffer();

const incoming = (bytes: Buffer, about: Partial<IncomingPicture> = {}): IncomingPicture => ({
  content: Readable.from([bytes], { objectMode: false }),
  announcedBytes: bytes.length,
  atEnd: () => Promise.resolve(),
  ...about,
});

describe('AvatarTransfers', () => {
  let bench: FilesBench;
  let avatars: AvatarTransfers;
  let ada: Actor;

  beforeEach(async () => {
    bench = await FilesBench.open();
    await bench.stopJobs();
    avatars = bench.part(AvatarTransfers);
    ada = bench.admin('ada', crew);
  });
  afterEach(() => bench.close());

  const give = async (picture: Buffer, actor = ada): Promise<string> =>
    (await avatars.giveToMyself(actor, incoming(picture))).avatar!;
  const square = async (path: string, size: AvatarSize): Promise<Buffer> =>
    buffer(await (await avatars.open(avatarKeyOf(path)!, size)).read());
  const kept = async (): Promise<ContentHash[]> => {
    const found: ContentHash[] = [];
    for await (const { sha256 } of bench.part(StoragePort).list()) found.push(sha256);
    return found;
  };
  /** Nothing is on its way either. */
  const nothingIsKept = async () => {
    expect(await kept()).toEqual([]);
    // Folders for contents and for programs may be there; no file is.
    const inside = readdirSync(bench.folder, { recursive: true, withFileTypes: true });
    expect(inside.filter((one) => one.isFile())).toEqual([]);
  };
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'ok',
      (error: unknown) => (error as { code?: string }).code,
    );

  it('cuts squares out of the middle, and keeps neither the picture nor what it tells', async () => {
    const wide = await sharp(await photo('red'))
      .composite([{ input: await photo('blue', 200, 200), left: 50, top: 0 }])
      .withExif({ IFD0: { Make: 'a camera' } })
      .jpeg()
      .toBuffer();

    const path = await give(wide);

    expect(bench.owners.avatars.get(ada.userId)).toBe(path);
    for (const size of [64, 256] as const) {
      const made = await square(path, size);
      const metadata = await sharp(made).metadata();
      expect(metadata).toMatchObject({ format: 'webp', width: size, height: size });
      expect(metadata.exif).toBeUndefined();
      for (const place of [3, size - 4]) expect(await colourAt(made, place, place)).toBe('blue');
    }
    expect(await kept()).toHaveLength(2);
    expect(readdirSync(join(bench.folder, 'previews'))).toEqual([]);
  });

  it.each(['png', 'webp', 'jpeg'] as const)('takes %s, whatever it is called', async (format) => {
    const picture = await sharp(await photo('green'))
      .toFormat(format)
      .toBuffer();
    expect(await colourAt(await square(await give(picture), 64), 30, 30)).toBe('green');
  });

  it('removes the former one, from its readers and from the storage', async () => {
    const former = await give(await photo('red'));
    const path = await give(await photo('blue'));
    expect(path).not.toBe(former);
    expect(await codeOf(square(former, 64))).toBe('not_found');
    expect(await colourAt(await square(path, 64), 9, 9)).toBe('blue');
    expect(await kept()).toHaveLength(2);
  });

  it('keeps what somebody else has, too', async () => {
    const ben = bench.person('ben', crew);
    const picture = await photo('red');
    const paths = [await give(picture), await give(picture, ben)];
    expect(new Set(paths).size).toBe(2);
    expect(await kept()).toHaveLength(2);

    await avatars.takeFromMyself(ada);

    expect(await codeOf(square(paths[0]!, 64))).toBe('not_found');
    expect(await colourAt(await square(paths[1]!, 64), 9, 9)).toBe('red');
  });

  it('goes back to initials, as often as it is asked to', async () => {
    const path = await give(await photo('red'));
    for (let n = 0; n < 2; n++) expect(await avatars.takeFromMyself(ada)).toEqual({});
    expect(bench.owners.avatars.has(ada.userId)).toBe(false);
    expect(await codeOf(square(path, 256))).toBe('not_found');
    await nothingIsKept();
  });

  it('is given to a chat by who may change what it is', async () => {
    const picture = await photo('red');
    const toChat = (actor: Actor, chatId = crew) =>
      avatars.giveToChat(actor, chatId, incoming(picture));
    const chat = await toChat(ada);
    expect(chat.avatar).toBe(bench.owners.avatars.get(crew));
    expect(await codeOf(toChat(bench.person('ben', crew)))).toBe('forbidden');
    expect(await codeOf(toChat(ada, others))).toBe('not_member');

    await avatars.takeFromChat(ada, crew);

    expect(bench.owners.avatars.has(crew)).toBe(false);
    await nothingIsKept();
  });

  it('goes with a chat that is erased', async () => {
    await avatars.giveToChat(ada, crew, incoming(await photo('red')));
    await bench.files.forget(ada, { chatId: crew, limit: 20 });
    await nothingIsKept();
  });

  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  );
  const gif = Buffer.from('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff;', 'latin1');
  const jpegHead = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');
  const exe = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0'), Buffer.alloc(500)]);

  it.each([
    ['SVG', svg, 'unsupported_media_type'],
    ['HTML', Buffer.from('<!doctype html><script>1</script>'), 'unsupported_media_type'],
    ['a program', exe, 'unsupported_media_type'],
    ['a GIF', gif, 'unsupported_media_type'],
    ['nothing', Buffer.alloc(0), 'unsupported_media_type'],
    ['a JPEG that is none', Buffer.concat([jpegHead, svg]), 'validation_failed'],
    ['a picture that ends at once', blackPng(500, 500).subarray(0, 60), 'validation_failed'],
    ['more pixels than are read', blackPng(20_000, 20_000), 'validation_failed'],
  ])('refuses %s, and keeps nothing', async (_, bytes, code) => {
    const former = await give(await photo('red'));
    expect(await codeOf(give(bytes))).toBe(code);
    expect(bench.owners.avatars.get(ada.userId)).toBe(former);
    await avatars.takeFromMyself(ada);
    await nothingIsKept();
  });

  it('takes 5 MiB, and nothing more, whatever was announced', async () => {
    const padded = async (bytes: number) => {
      const picture = await photo('red');
      return Buffer.concat([picture, Buffer.alloc(bytes - picture.length)]);
    };
    expect(await codeOf(give(await padded(maxAvatarBytes)))).toBe('ok');
    const large = await padded(maxAvatarBytes + 1);
    expect(await codeOf(give(large))).toBe('payload_too_large');
    const lying = incoming(large, { announcedBytes: 10 });
    expect(await codeOf(avatars.giveToMyself(ada, lying))).toBe('payload_too_large');
    const announced = incoming(await photo('red'), { announcedBytes: 6_000_000 });
    expect(await codeOf(avatars.giveToMyself(ada, announced))).toBe('payload_too_large');
  });

  it('keeps nothing of a form that breaks off, or that goes wrong at its end', async () => {
    const wrong = problem('validation_failed', { issues: [{ path: 'file', message: 'Two' }] });
    const atEnd = () => Promise.reject(wrong);
    const picture = await photo('red');
    expect(await codeOf(avatars.giveToMyself(ada, incoming(picture, { atEnd })))).toBe(wrong.code);
    const content = Readable.from(
      (function* () {
        yield picture;
        throw wrong;
      })(),
      { objectMode: false },
    );
    const broken = incoming(picture, { content });
    expect(await codeOf(avatars.giveToMyself(ada, broken))).toBe(wrong.code);
    await nothingIsKept();
  });

  it('keeps nothing for an owner who does not take it', async () => {
    bench.owners.before = refusing;
    expect(await codeOf(give(await photo('red')))).toBe('forbidden');
    await nothingIsKept();
  });

  it('waits with an owner who does not answer, who may have taken it', async () => {
    bench.owners.before = () => {
      throw problem('service_unavailable', { service: 'users' });
    };
    expect(await codeOf(give(await photo('red')))).toBe('service_unavailable');
    const sweep = () => bench.part(AvatarSweep).sweep(new AbortController().signal);
    await sweep();
    expect(await kept()).toHaveLength(2);

    const later = new Date(Date.now() + dayMs + 1000);
    jest.spyOn(bench.part(Clock), 'now').mockReturnValue(later);
    await sweep();

    await nothingIsKept();
  });

  it('survives all sweeps as long as it is somebody’s', async () => {
    const path = await give(await photo('red'));
    const { avatar } = await avatars.giveToChat(ada, crew, incoming(await photo('blue')));
    jest.spyOn(bench.part(Clock), 'now').mockReturnValue(new Date(Date.now() + 3 * dayMs));
    const { signal } = new AbortController();
    await bench.part(AvatarSweep).sweep(signal);
    await bench.part(FileSweep).sweepStorage(signal);
    expect(await colourAt(await square(path, 64), 9, 9)).toBe('red');
    expect(await colourAt(await square(avatar!, 64), 9, 9)).toBe('blue');
  });

  it('counts for nobody’s quota', async () => {
    await give(await photo('red'));
    expect((await bench.files.quota(ada, {})).usedBytes).toBe(0);
  });

  it('has an address of its own each time, which tells nothing', async () => {
    const picture = await photo('red');
    const paths = [await give(picture), await give(picture)];
    expect(new Set(paths).size).toBe(2);
    for (const path of paths) expect(avatarPathOf(avatarKeyOf(path)!)).toBe(path);
    expect(avatarKeyOf('/api/files/avatars/../upload')).toBeUndefined();
  });

  describe('of a bot', () => {
    const origin = { address: '192.0.2.1', userAgent: 'A browser' };
    const robo = UserId.parse('robo');
    const bot = { userId: robo, origin };

    beforeEach(() => {
      bench.owners.roles.set(robo, 'bot').set(ada.userId, 'admin');
    });

    it('is given and taken by who manages bots, and both are written down', async () => {
      const { avatar } = await avatars.giveToBot(ada, bot, incoming(await photo('red')));
      expect(bench.owners.avatars.get(robo)).toBe(avatar);
      expect(await colourAt(await square(avatar!, 64), 30, 30)).toBe('red');
      await avatars.takeFromBot(ada, bot);
      expect(bench.owners.avatars.has(robo)).toBe(false);
      expect(await codeOf(avatars.open(avatarKeyOf(avatar!)!, 64))).toBe('not_found');
      const entry = {
        action: 'bot.picture_changed',
        actor: { id: ada.userId, role: 'admin' },
        target: { kind: 'user', id: robo },
        origin,
      };
      await eventually(() => expect(bench.deeds).toMatchObject([entry, entry]));
    });

    it('is not a matter of others, and a person’s is not one of admins', async () => {
      const ben = bench.person('ben', crew);
      expect(await codeOf(avatars.giveToBot(ben, bot, incoming(blackPng(9, 9))))).toBe('forbidden');
      expect(await codeOf(avatars.takeFromBot(ben, bot))).toBe('forbidden');
      const person = { userId: ben.userId, origin };
      expect(await codeOf(avatars.takeFromBot(ada, person))).toBe('forbidden');
      await nothingIsKept();
    });
  });
});
