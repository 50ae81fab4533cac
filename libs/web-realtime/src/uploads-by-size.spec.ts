import type { FileId } from '@app/contracts';
import { ConnectionLost } from '@app/web-session';
import type { FileUploads, UploadWish } from './outbox-files';
import { RESUMED_FROM, UploadsBySize } from './uploads-by-size';

const by = (id: string): FileUploads => ({
  upload: () => Promise.resolve(id as FileId),
  giveUp: () => Promise.resolve(),
});

const sized = (size: number) => ({ content: { size } }) as UploadWish;

describe('UploadsBySize', () => {
  it('loads the way of large files with the first of them', async () => {
    const load = jest.fn(() => Promise.resolve(by('large')));
    const uploads = new UploadsBySize(by('small'), load);
    expect(await uploads.upload(sized(RESUMED_FROM))).toBe('small');
    expect(load).not.toHaveBeenCalled();
    expect(await uploads.upload(sized(RESUMED_FROM + 1))).toBe('large');
    expect(await uploads.upload(sized(RESUMED_FROM + 1))).toBe('large');
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('is without an answer where its code does not come, and asks for it again', async () => {
    const load = jest.fn(() => Promise.resolve(by('large')));
    load.mockRejectedValueOnce(new TypeError('error loading dynamically imported module'));
    const uploads = new UploadsBySize(by('small'), load);
    const first = uploads.upload(sized(RESUMED_FROM + 1));
    await expect(first).rejects.toBeInstanceOf(ConnectionLost);
    expect(await uploads.upload(sized(RESUMED_FROM + 1))).toBe('large');
  });
});
