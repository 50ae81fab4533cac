import { FileId, problem } from '@app/contracts';
import { JobQueue } from '@app/platform';
import { eventually } from '@app/platform/testing';
import sharp from 'sharp';
import { Contents } from '../contents.js';
import type { StoredFile } from '../file.js';
import { FilesRepository } from '../files.repository.js';
import { StoragePort } from '../storage/storage-port.js';
import { crew } from '../testing/files-bench.js';
import { PreviewStage } from '../testing/preview-stage.js';
import { ProgramFailed } from './bounded-programs.js';
import { PreviewJobs } from './preview-jobs.js';
import { PreviewMaker } from './preview-maker.js';
import { Previews } from './previews.js';

const minuteMs = 60_000;

describe('Previews', () => {
  let stage: PreviewStage;
  const others = new Map<string, FileId>();

  beforeEach(async () => {
    stage = await PreviewStage.open();
  });
  afterEach(() => stage.close());

  const part = <T>(type: abstract new (...args: never[]) => T) => stage.bench.part(type);
  const stored = async (id: FileId) => (await part(FilesRepository).find(id))!;
  const kept = async () => {
    const hashes = [];
    for await (const { sha256 } of part(StoragePort).list()) hashes.push(sha256);
    return hashes;
  };
  const context = () => ({ key: 'key', attempt: 1, signal: new AbortController().signal });

  /**
   * A text that waits, as if it had been uploaded so many minutes ago, and nobody has a job for it;
   * there is another one of the same words, which does not.
   */
  const waiting = async (minutes: number): Promise<StoredFile> => {
    const { id } = await stage.upload(`words ${minutes}`, 'a.txt');
    others.set(`late-${minutes}`, id);
    const createdAt = new Date(Date.now() - minutes * minuteMs).toISOString();
    const file = { ...(await stored(id)), id: FileId.parse(`late-${minutes}`), createdAt };
    const late: StoredFile = { ...file, preview: 'pending', details: undefined, derived: [] };
    await part(FilesRepository).insert(late);
    return late;
  };

  it('are found by a search when their job was lost, and given up after a day', async () => {
    const told: unknown[] = [];
    stage.bench.hear((_, event, payload) => told.push([event, payload]));
    const [fresh, late, hopeless] = [await waiting(5), await waiting(15), await waiting(1441)];

    await part(PreviewJobs).findPending();

    expect((await stored(hopeless.id)).preview).toBe('failed');
    // The search that every process begins with may have been the one.
    await eventually(() =>
      expect(told).toContainEqual([
        'preview_ready',
        { fileId: hopeless.id, chatId: crew, preview: 'failed' },
      ]),
    );
    expect((await stage.settled(late.id)).preview).toBe('ready');
    expect((await stored(fresh.id)).preview).toBe('pending');
  });

  it('wait when the queue takes no more, and the upload is good', async () => {
    const queue = part(JobQueue);
    queue.enqueue = () => Promise.reject(problem('rate_limited', { retryAfterMs: 1000 }));
    const file = await stage.bench.upload(stage.actor, 'words', 'a.txt');
    expect(file.preview).toBe('pending');
  });

  it('are made once, however often the job is done', async () => {
    const { id } = await stage.upload('words', 'a.txt');
    const before = [await stored(id), await kept()];
    await part(Previews).make(id, context());
    expect([await stored(id), await kept()]).toEqual(before);

    // As when two workers do it at once: the second finds that it was not waited for.
    const late = await waiting(5);
    await Promise.all([1, 2].map(() => part(Previews).make(late.id, context())));
    const { preview, derived } = await stored(late.id);
    expect([preview, derived]).toEqual(['ready', [expect.objectContaining({ part: 'snippet' })]]);
    expect(await kept()).toContain(derived[0]!.sha256);
  });

  it('are made once of one content, unless its name has a part in them', async () => {
    const maker = part(PreviewMaker);
    const make = maker.make.bind(maker);
    const made: string[] = [];
    maker.make = (file, signal) => {
      made.push(file.name);
      return make(file, signal);
    };
    const create = { width: 400, height: 300, channels: 3, background: 'red' } as const;
    const picture = await sharp({ create }).png().toBuffer();
    const first = await stage.upload(picture, 'one.png');
    const second = await stage.upload(picture, 'two.png');
    for (const name of ['a.ts', 'a.py']) await stage.upload('words', name);

    expect(made).toEqual(['one.png', 'a.ts', 'a.py']);
    expect(second.details).toEqual(first.details);
    await stage.bench.files.remove(stage.actor, { fileId: first.id });
    expect((await sharp(await stage.shown(second, 1280)).metadata()).width).toBe(400);
  });

  it.each([
    ['tried once more when they took too long', 'time', 1, 'pending'],
    ['given up when they took too long again', 'time', 2, 'failed'],
    ['given up at once of a file that is broken', 'exit', 1, 'failed'],
  ] as const)('are %s', async (_, why, attempt, expected) => {
    const file = await waiting(5);
    part(PreviewMaker).make = () => Promise.reject(new ProgramFailed(why, ''));
    const making = part(Previews).make(file.id, { ...context(), attempt });
    if (expected === 'failed') await making;
    else await expect(making).rejects.toThrow(why);
    expect((await stored(file.id)).preview).toBe(expected);
  });

  it('leave nothing of a file that went while they were made', async () => {
    const file = await waiting(5);
    const maker = part(PreviewMaker);
    const make = maker.make.bind(maker);
    maker.make = async (...args) => {
      const made = await make(...args);
      await part(FilesRepository).markGone(file.id);
      return made;
    };
    await stage.bench.files.remove(stage.actor, { fileId: others.get(file.id)! });
    await part(Previews).make(file.id, context());
    expect(await kept()).toEqual([file.sha256]);
  });

  it('are made anew when what they consist of went meanwhile', async () => {
    const file = await waiting(5);
    const contents = part(Contents);
    contents.isKept = () => Promise.resolve(false);
    await expect(part(Previews).make(file.id, context())).rejects.toMatchObject({
      code: 'service_unavailable',
    });
    expect(await stored(file.id)).toMatchObject({ preview: 'pending', derived: [] });
  });
});
