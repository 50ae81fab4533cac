import type { ChatId } from '@app/contracts';
import type { RestClient } from '@app/web-session';
import { ChatArchive } from './chat-archive';

const c1 = 'c1' as ChatId;

/** Answers each request with how many there were. */
function anArchive() {
  let asked = 0;
  const rest = { request: jest.fn(() => Promise.resolve(++asked)) };
  return { rest, archive: new ChatArchive(rest as unknown as RestClient) };
}

describe('ChatArchive', () => {
  it('gives a page that was foreseen to the one who asks for it next, once', async () => {
    const { archive } = anArchive();
    archive.foresee(c1, { aroundSeq: 7 });
    expect(await archive.page(c1, { aroundSeq: 7 })).toBe(1);
    expect(await archive.page(c1, { aroundSeq: 7 })).toBe(2);
  });

  it('asks anew for another page than the one that was foreseen', async () => {
    const { archive } = anArchive();
    archive.foresee(c1, {});
    expect(await archive.page(c1, { aroundSeq: 7 })).toBe(2);
    expect(await archive.page(c1)).toBe(3);
  });

  it('keeps nothing that nobody came for', async () => {
    const { archive } = anArchive();
    archive.foresee(c1, {});
    archive.foresee(c1, null);
    expect(await archive.page(c1)).toBe(2);
  });

  it('tells only the one who asks that a page could not be had', async () => {
    const { archive, rest } = anArchive();
    const lost = new Error('lost');
    rest.request.mockRejectedValueOnce(lost);
    archive.foresee(c1, {});
    await Promise.resolve();
    await expect(archive.page(c1)).rejects.toBe(lost);
  });
});
