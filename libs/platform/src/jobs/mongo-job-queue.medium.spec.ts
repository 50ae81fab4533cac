import { SystemClock } from '../clock/clock.js';
import { SystemTicker } from '../clock/ticker.js';
import { MongoDatabase } from '../mongo/mongo-database.js';
import { eventually } from '../testing/eventually.js';
import { ManualTime } from '../testing/manual-time.js';
import { MongoProcess } from '../testing/mongo-process.js';
import { freshDatabaseUri } from '../testing/test-database.js';
import { jobFailuresConformance } from './job-failures.conformance.js';
import { jobQueueConformance } from './job-queue.conformance.js';
import { keepsPagesOfJobs } from './job-pages.conformance.js';
import { keepsTracesOfJobs } from './job-trace.conformance.js';
import { MongoJobQueue } from './mongo-job-queue.js';
import {
  count,
  has,
  JobStage,
  mustRefuseAll,
  quickTimes,
  timesWithoutBacking,
  type JobBacking,
} from './testing/job-stage.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('MongoJobQueue', () => {
  let databases: MongoDatabase[];

  beforeEach(() => (databases = []));

  async function on<Queue>(uri: string, make: (database: MongoDatabase) => Queue): Promise<Queue> {
    const database = new MongoDatabase(uri);
    databases.push(database);
    const queue = make(database);
    await database.open();
    return queue;
  }

  const byRealTime = (uri = freshDatabaseUri()): JobBacking => ({
    connect: (times) =>
      on(uri, (database) => {
        const all = { ...quickTimes, ...times };
        return new MongoJobQueue(database, new SystemClock(), new SystemTicker(), all);
      }),
  });

  const close = async () => {
    await Promise.all(databases.map((database) => database.close()));
  };

  jobQueueConformance(() => byRealTime(), close);
  jobFailuresConformance(() => byRealTime(), close);
  keepsTracesOfJobs(() => byRealTime(), close);
  keepsPagesOfJobs(() => byRealTime(), close);

  describe('by the clock that it is given', () => {
    let time: ManualTime;
    let stage: JobStage;

    beforeEach(() => {
      const uri = freshDatabaseUri();
      const ticker = new SystemTicker();
      time = new ManualTime('2026-01-01T10:00:00.000Z');
      stage = new JobStage({
        connect: (times) =>
          on(uri, (database) => {
            const all = { ...quickTimes, ...times };
            return new MongoJobQueue(database, time, ticker, all);
          }),
      });
    });

    afterEach(async () => {
      await stage.clear();
      await close();
    });

    it('remembers the key of a done job for a day, and then forgets it', async () => {
      const here = await stage.connect();
      const calls = stage.work(here);
      await stage.put(here, 1, 'same');
      await has(calls, 1);

      time.pass(day - hour);
      await stage.settle(here, calls);
      await stage.put(here, 2, 'same');
      expect(calls).toHaveLength(2);

      time.pass(2 * hour);
      await eventually(async () => {
        await stage.put(here, 3, 'same');
        expect(calls.at(-1)!.n).toBe(3);
      });
      expect(calls).toHaveLength(3);
    });

    it('repeats a job at its hour; the present period at once, missed ones never', async () => {
      const daily = { everyMs: day, offsetMs: 3 * hour };
      const here = await stage.connect();
      const calls = stage.work(here);
      here.every(count, { n: 1 }, daily);
      await has(calls, 1);

      // 02:59, and 03:01.
      time.pass(17 * hour - minute);
      await stage.settle(here, calls);
      expect(calls).toHaveLength(2);
      time.pass(2 * minute);
      await has(calls, 3);
      time.pass(5 * day);
      await has(calls, 4);

      const next = await stage.connect();
      next.every(count, { n: 1 }, daily);
      const others = stage.work(next);
      await next.enqueue(count, { n: 2 }, { key: 'last' });
      await eventually(() => expect([...calls, ...others].map(({ n }) => n)).toContain(2));
      expect(calls.length + others.length).toBe(5);
    });
  });

  describe('whose database goes away', () => {
    it('refuses new jobs meanwhile, and goes on by itself', async () => {
      const engine = await MongoProcess.start();
      const stage = new JobStage(byRealTime(engine.uri('jobs')));
      // It may have been claimed when the engine is killed.
      const here = await stage.connect({ ...timesWithoutBacking, leaseMs: 8000 });
      const calls = stage.work(here);
      await stage.put(here, 1, 'later', 1500);
      await engine.kill();

      await mustRefuseAll(stage, here);

      await engine.restart();
      await eventually(() => expect(calls.map(({ n }) => n)).toContain(1));
      await stage.put(here, 2);
      await eventually(() => expect(calls.map(({ n }) => n)).toContain(2));
      expect(calls).toHaveLength(2);
      await stage.clear();
      await close();
      await engine.close();
    });

    it('stops in time all the same', async () => {
      const engine = await MongoProcess.start();
      const stage = new JobStage(byRealTime(engine.uri('jobs')));
      const here = await stage.connect(timesWithoutBacking);
      const calls = stage.work(here, count, stage.hanging().hang);
      await stage.put(here, 1);
      await has(calls, 1);
      await engine.kill();

      const before = Date.now();
      await here.close();
      expect(Date.now() - before).toBeLessThan(9000);
      expect(calls[0]!.signal.aborted).toBe(true);
      await close();
      await engine.close();
    });
  });
});
