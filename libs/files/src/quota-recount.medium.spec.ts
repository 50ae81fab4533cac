import type { Actor, FileInfo, UserId } from '@app/contracts';
import { Clock } from '@app/platform';
import { FilesRepository } from './files.repository.js';
import { FileTotalsRepository } from './file-totals.repository.js';
import { Quota } from './quota.js';
import { QuotaRecount } from './quota-recount.js';
import { crew, FilesBench } from './testing/files-bench.js';

describe('QuotaRecount', () => {
  let bench: FilesBench;
  let ada: Actor;
  let ben: Actor;

  beforeEach(async () => {
    bench = await FilesBench.open();
    await bench.stopJobs();
    [ada, ben] = [bench.person('ada', crew), bench.person('ben', crew)];
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await bench.close();
  });

  const usedBytes = async () => {
    const of = (whose: UserId | 'workspace') => bench.part(FileTotalsRepository).of(whose);
    return Promise.all([of(ada.userId), of(ben.userId), of('workspace')]);
  };
  const recount = () => bench.part(QuotaRecount).recount();
  const minutesLater = (minutes: number) => {
    const now = Date.now() + minutes * 60_000;
    jest.spyOn(bench.part(Clock), 'now').mockReturnValue(new Date(now));
  };
  /** What a process that is killed does of it: the steps before that. */
  const killed = async (step: () => Promise<unknown>) => {
    await expect(step()).rejects.toThrow('Killed');
  };
  const kill = () => Promise.reject(new Error('Killed'));

  /** Before the file that was counted is recorded, and nobody takes that back. */
  const killedUpload = async () => {
    jest.spyOn(bench.part(FilesRepository), 'insert').mockImplementationOnce(kill);
    jest.spyOn(bench.part(Quota), 'giveBack').mockImplementationOnce(kill);
    await killed(() => bench.upload(ada, 'x'.repeat(300)));
  };
  /** Before a file that is gone is no longer counted. */
  const killedRemoval = async ({ id }: FileInfo) => {
    jest.spyOn(bench.part(Quota), 'giveBack').mockImplementationOnce(kill);
    await killed(() => bench.files.remove(ben, { fileId: id }));
  };

  it('sets right what a killed process has left counted, and only that', async () => {
    await bench.upload(ada, 'x'.repeat(50));
    await bench.upload(ben, 'y'.repeat(7));
    const gone = await bench.upload(ben, 'z'.repeat(20));
    await killedUpload();
    await killedRemoval(gone);
    expect(await usedBytes()).toEqual([350, 27, 377]);

    minutesLater(2);
    await recount();
    expect(await usedBytes()).toEqual([50, 7, 57]);
    await recount();
    expect(await usedBytes()).toEqual([50, 7, 57]);
  });

  it('leaves alone what may be under way', async () => {
    await killedUpload();
    await recount();
    expect(await usedBytes()).toEqual([300, 0, 300]);
  });

  it('leaves alone what was counted meanwhile', async () => {
    await killedUpload();
    minutesLater(2);
    const files = bench.part(FilesRepository);
    const count = files.bytesByUser.bind(files);
    files.bytesByUser = async () => {
      const counted = await count();
      await bench.upload(ada, 'x'.repeat(50));
      return counted;
    };
    await recount();
    expect(await usedBytes()).toEqual([350, 0, 350]);
  });
});
