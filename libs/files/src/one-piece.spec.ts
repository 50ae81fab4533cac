import { createHash } from 'node:crypto';
import { atMost } from './at-most.js';
import { withHead } from './file-head.js';
import { checkedBytes } from './resumable/checked-bytes.js';
import { Scrubber } from './scrub/scrubber.js';

const pieceBytes = 65_536;

/** Counts the pieces that were asked for. */
class Sender {
  asked = 0;

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    for (;;) {
      this.asked++;
      yield await Promise.resolve(Buffer.alloc(pieceBytes, 'x'));
    }
  }
}

describe('The way of a file to the disk', () => {
  const checksum = { algorithm: 'sha1', digest: createHash('sha1').digest('base64') } as const;
  const scrubber = new Scrubber({ files: { isScrubbed: true, folder: '/nowhere' } } as never);

  it.each<[string, (content: AsyncIterable<Buffer>) => AsyncIterable<Buffer>]>([
    ['a form', (content) => scrubber.scrub('text/plain', atMost(10 ** 9, content))],
    ['a resumed upload', (content) => checkedBytes(atMost(10 ** 9, content), checksum)],
  ])('holds the one piece of %s that is being written', async (_, led) => {
    const sender = new Sender();
    const { content } = await withHead(sender);
    let written = 0;
    for await (const piece of led(content)) {
      expect(piece).toHaveLength(pieceBytes);
      // Whatever is done ahead is done by then.
      await new Promise(setImmediate);
      expect(sender.asked).toBe(++written);
      if (written === 20) break;
    }
  });
});
