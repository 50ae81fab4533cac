import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { problem } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { atMost } from './at-most.js';

const of = (...pieces: readonly string[]) =>
  Readable.from(
    pieces.map((piece) => Buffer.from(piece)),
    { objectMode: false },
  );

describe('atMost', () => {
  it('gives what is short enough', async () => {
    expect((await buffer(atMost(6, of('abc', 'def')))).toString()).toBe('abcdef');
  });

  it('fails at the first byte too many, and lets its source go', async () => {
    const source = of('abc', 'def', 'g');
    await expect(buffer(atMost(6, source))).rejects.toMatchObject({ code: 'payload_too_large' });
    expect(source.destroyed).toBe(true);
  });

  it('fails as its source does, if that was over before, too', async () => {
    const source = new PassThrough();
    source.on('error', () => undefined);
    source.destroy(problem('gone'));
    await eventually(() => expect(source.closed).toBe(true));
    await expect(buffer(atMost(6, source))).rejects.toMatchObject({ code: 'gone' });
  });
});
