import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { FileId } from '@app/contracts';
import { breakingOff, inPieces } from './storage.conformance.js';
import type { StoragePort } from './storage-port.js';

/**
 * What every `UnfinishedContents` promises. `open` gives two of one backing, as two processes have
 * it; `underWay` counts what is on the local disk on its way in.
 */
export function unfinishedConformance(
  open: () => readonly [StoragePort, StoragePort],
  underWay: () => number,
): void {
  let both: readonly [StoragePort, StoragePort];
  let id: FileId;

  beforeEach(() => {
    both = open();
    id = FileId.parse(randomUUID());
  });
  afterEach(async () => {
    await here().remove(id);
    expect(await listed()).not.toContain(id);
    await Promise.all(both.map((storage) => storage.close()));
  });

  const here = () => both[0].unfinished;
  const there = () => both[1].unfinished;
  const listed = async () => {
    const ids: FileId[] = [];
    for await (const { id } of there().list()) ids.push(id);
    return ids;
  };

  // In one piece, and in several; up to a part, and beyond.
  it.each([[[1, 4099, 20_000_000, 70_000]], [[9_000_000]], [[0]]])(
    'keeps what comes in several requests: %j bytes',
    async (sizes) => {
      const pieces = sizes.map((size) => randomBytes(size));
      let at = 0;
      for (const piece of pieces) {
        // By one process, then by the other.
        await (at % 2 === 0 ? here() : there()).append(id, at, inPieces(piece));
        at += piece.length;
        expect(await there().size(id)).toBe(at);
      }
      const whole = Buffer.concat(pieces);
      for (const bytes of [0, Math.min(5000, at), at])
        expect((await buffer(there().read(id, bytes))).equals(whole.subarray(0, bytes))).toBe(true);
      if (at > 0) expect(await listed()).toContain(id);
      expect(underWay()).toBe(0);
    },
  );

  it('knows nothing of one that nobody has sent', async () => {
    expect(await here().size(id)).toBe(0);
    await here().remove(id);
  });

  it('keeps what came before the stream broke off, and goes on from there', async () => {
    const broken = here().append(id, 0, breakingOff(9_000_000));
    await expect(broken).rejects.toThrow('The sender is gone');
    const kept = await there().size(id);
    expect(kept).toBeGreaterThan(8_900_000);

    await there().append(id, kept, Readable.from([Buffer.from('the rest')]));

    const whole = await buffer(here().read(id, kept + 8));
    expect(whole.length).toBe(kept + 8);
    expect(whole.subarray(kept).toString()).toBe('the rest');
    expect(underWay()).toBe(0);
  });
}
