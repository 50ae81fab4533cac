import { SystemClock } from '../clock/clock.js';
import { SystemTicker } from '../clock/ticker.js';
import type { RedisConnections } from '../redis/redis-connections.js';
import { eventually } from '../testing/eventually.js';
import { RedisProcess } from '../testing/redis-process.js';
import { BullJobQueue } from './bull-job-queue.js';
import { jobFailuresConformance } from './job-failures.conformance.js';
import { jobQueueConformance } from './job-queue.conformance.js';
import { keepsPagesOfJobs } from './job-pages.conformance.js';
import { keepsTracesOfJobs } from './job-trace.conformance.js';
import {
  count,
  has,
  JobStage,
  mustRefuseAll,
  quickTimes,
  timesWithoutBacking,
  type JobBacking,
} from './testing/job-stage.js';

describe('BullJobQueue', () => {
  let process: RedisProcess;
  let connections: RedisConnections[];

  beforeAll(async () => (process = await RedisProcess.start()));
  afterAll(() => process.stop());

  beforeEach(() => (connections = []));

  function connected(): RedisConnections {
    const redis = process.connect();
    connections.push(redis);
    return redis;
  }

  const backing: JobBacking = {
    connect: (times) => {
      const all = { ...quickTimes, ...times };
      return new BullJobQueue(connected(), new SystemClock(), new SystemTicker(), all);
    },
  };

  async function open(): Promise<JobBacking> {
    const { commands } = connected();
    await eventually(() => commands.flushall());
    return backing;
  }

  const close = () => connections.forEach((redis) => redis.close());

  jobQueueConformance(open, close);
  jobFailuresConformance(open, close);
  keepsTracesOfJobs(open, close);
  keepsPagesOfJobs(open, close);

  describe('whose Redis goes away', () => {
    it('refuses new jobs meanwhile, and goes on by itself', async () => {
      const stage = new JobStage(await open());
      const here = await stage.connect(timesWithoutBacking);
      const calls = stage.work(here);
      await stage.put(here, 1);
      await has(calls, 1);
      await process.stop();

      await mustRefuseAll(stage, here);

      await process.restart();
      await stage.put(here, 2);
      await eventually(() => expect(calls.map(({ n }) => n)).toEqual([1, 2]));
      await stage.clear();
      close();
    });

    it('begins to work when Redis comes after it', async () => {
      await process.stop();
      const stage = new JobStage(backing);
      const here = await stage.connect(timesWithoutBacking);
      const calls = stage.work(here);
      await expect(stage.putOnce(here, 1)).rejects.toMatchObject({ code: 'service_unavailable' });

      await process.restart();

      await stage.put(here, 2);
      await eventually(() => expect(calls.map(({ n }) => n)).toContain(2));
      await stage.clear();
      close();
    });

    it('stops in time all the same', async () => {
      const stage = new JobStage(await open());
      const here = await stage.connect(timesWithoutBacking);
      const calls = stage.work(here, count, stage.hanging().hang);
      await stage.put(here, 1);
      await has(calls, 1);
      await process.stop();

      const before = Date.now();
      await here.close();
      expect(Date.now() - before).toBeLessThan(9000);
      expect(calls[0]!.signal.aborted).toBe(true);
      close();
      await process.restart();
    });
  });
});
