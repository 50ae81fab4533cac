import { mkdtempSync, rmSync } from 'node:fs';
import { type NetConnectOpts } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ClamdProcess } from '../testing/clamd-process.js';
import { eicar, FakeClamd } from '../testing/fake-clamd.js';
import { Clamd, ClamdFailed } from './clamd.js';

const maxBytes = 1_000_000;

/** In pieces of 100 kB, larger than what is sent at once. */
const contentOf = (...parts: readonly Buffer[]): Readable => {
  const bytes = Buffer.concat(parts);
  const pieces = function* () {
    for (let at = 0; at < bytes.length; at += 100_000) yield bytes.subarray(at, at + 100_000);
  };
  return Readable.from(pieces(), { objectMode: false });
};

interface Here {
  readonly address: NetConnectOpts;
  close(): Promise<void>;
}

async function fake(): Promise<Here> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-clamd-'));
  const clamd = await FakeClamd.start(join(folder, 'clamd.ctl'), maxBytes);
  const close = async () => {
    await clamd.stop();
    rmSync(folder, { recursive: true });
  };
  return { address: { path: clamd.address }, close };
}

// The one that other tests have to do with does as the real one does.
describe.each([
  ['the real one', (): Promise<Here> => ClamdProcess.start(maxBytes)],
  ['the one of tests', fake],
])('Clamd and %s', (_, start) => {
  let here: Here;
  let clamd: Clamd;

  beforeAll(async () => {
    here = await start();
    clamd = new Clamd(here.address, 20_000);
  });
  afterAll(() => here.close());

  it.each([
    ['nothing', []],
    ['some words', [Buffer.from('words')]],
    ['as much as it takes', [Buffer.alloc(maxBytes, 'a')]],
  ])('says that %s is clean', async (_what, parts) => {
    expect(await clamd.scan(contentOf(...parts))).toEqual({ is: 'clean' });
  });

  it('names what is harmful', async () => {
    expect(await clamd.scan(contentOf(eicar))).toEqual({
      is: 'harmful',
      signature: expect.stringMatching(/^Eicar/) as string,
    });
  });

  it('has no word on what it does not take, and is sent no more of that', async () => {
    const pieces = Array.from({ length: 100 }, () => Buffer.alloc(50_000));
    const content = Readable.from(pieces, { objectMode: false });
    await expect(clamd.scan(content)).rejects.toBeInstanceOf(ClamdFailed);
    expect(content.destroyed).toBe(true);
  });

  it('answers many at once', async () => {
    const contents = Array.from({ length: 30 }, (_n, n) =>
      n % 3 === 0 ? eicar : Buffer.from('a'),
    );
    const verdicts = await Promise.all(contents.map((content) => clamd.scan(contentOf(content))));
    expect(verdicts.map(({ is }) => is)).toEqual(
      contents.map((content) => (content === eicar ? 'harmful' : 'clean')),
    );
  });

  it('is well', async () => {
    await expect(clamd.ping()).resolves.toBeUndefined();
  });

  it('goes on after a content that fails', async () => {
    const broken = new Readable({
      read() {
        this.destroy(new Error('The disk is broken'));
      },
    });
    await expect(clamd.scan(broken)).rejects.toThrow('The disk is broken');
    expect(await clamd.scan(contentOf(Buffer.from('a')))).toEqual({ is: 'clean' });
  });
});

describe('Clamd', () => {
  let fakeClamd: FakeClamd;
  let clamd: Clamd;
  const address = () => ({ host: '127.0.0.1', port: Number(fakeClamd.address.split(':')[1]) });

  beforeEach(async () => {
    fakeClamd = await FakeClamd.start();
    clamd = new Clamd(address(), 300);
  });
  afterEach(() => fakeClamd.stop());

  it.each(['silent', 'hanging up'] as const)('waits for none that is %s', async (manners) => {
    fakeClamd.manners = manners;
    const content = contentOf(Buffer.alloc(20_000_000));
    await expect(clamd.scan(content)).rejects.toBeInstanceOf(ClamdFailed);
    expect(content.destroyed).toBe(true);
  });

  it('does not wait for one that is away, or none', async () => {
    await fakeClamd.stop();
    await expect(clamd.scan(contentOf(eicar))).rejects.toBeInstanceOf(ClamdFailed);
    await expect(clamd.ping()).rejects.toBeInstanceOf(ClamdFailed);
    const nowhere = new Clamd({ path: '/nowhere/clamd.ctl' }, 300);
    await expect(nowhere.scan(contentOf(eicar))).rejects.toBeInstanceOf(ClamdFailed);
  });

  it('reads no more than is taken', async () => {
    fakeClamd.manners = 'silent';
    let readBytes = 0;
    const content = Readable.from(
      (function* () {
        for (;;) {
          readBytes += 100_000;
          yield Buffer.alloc(100_000);
        }
      })(),
      { objectMode: false },
    );
    await expect(clamd.scan(content)).rejects.toBeInstanceOf(ClamdFailed);
    // What connections hold of what nobody reads.
    expect(readBytes).toBeLessThan(20_000_000);
  });
});
