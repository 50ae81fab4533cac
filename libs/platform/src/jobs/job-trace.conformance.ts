import { currentTraceId, handled } from '../telemetry/tracing.js';
import { eventually } from '../testing/eventually.js';
import { RecordedSpans } from '../testing/recorded-spans.js';
import { count, has, JobStage, type JobBacking } from './testing/job-stage.js';

const traceId = (n: number) => `${n}`.repeat(32);
const askedFor = (n: number) => ({ traceparent: `00-${traceId(n)}-00f067aa0ba902b7-01` });

/** What every `JobQueue` does with the traces in which jobs are enqueued. */
export function keepsTracesOfJobs(
  open: () => Promise<JobBacking> | JobBacking,
  close: () => Promise<void> | void,
): void {
  describe('the trace in which a job is enqueued', () => {
    let stage: JobStage;
    const seen: (string | undefined)[] = [];

    beforeEach(async () => {
      seen.length = 0;
      stage = new JobStage(await open());
    });

    afterEach(async () => {
      await stage.clear();
      await close();
    });

    /** Each in its own trace, the last one in none, by one process for another. */
    async function putThree(): Promise<void> {
      const [here, there] = [await stage.connect(), await stage.connect()];
      for (const n of [1, 2])
        await handled(askedFor(n), 'server', { name: 'work' }, () => stage.put(here, n));
      await stage.put(here, 3);
      stage.work(there, count, () => seen.push(currentTraceId()));
      await has(seen, 3);
    }

    it('is that in which it is done, while nothing is traced', async () => {
      await putThree();
      expect([...seen].sort()).toEqual([traceId(1), traceId(2), undefined]);
    });

    it('is told to go on with the job', async () => {
      const spans = await RecordedSpans.start();
      await putThree();
      const jobs = await eventually(() => {
        const found = spans.all.filter(({ name }) => name === `job ${count.name}`);
        expect(found).toHaveLength(3);
        return found;
      });
      spans.stop();

      const works = spans.all.filter(({ name }) => name === 'work');
      const parents = jobs.map(({ parentSpanContext }) => parentSpanContext?.spanId);
      expect([...parents].sort()).toEqual(
        [...works.map((span) => span.spanContext().spanId), undefined].sort(),
      );
      expect(jobs.map((span) => span.spanContext().traceId).sort()).toEqual([...seen].sort());
    });

    it('has each try of it, the failed ones by their code', async () => {
      const spans = await RecordedSpans.start();
      const here = await stage.connect();
      const calls = stage.work(here, count, () => {
        if (calls.length === 1) throw new Error('our secret');
      });
      await handled(askedFor(1), 'server', { name: 'work' }, () => stage.put(here, 1));
      await has(calls, 2);
      const tries = await eventually(() => {
        const found = spans.all.filter(({ name }) => name === `job ${count.name}`);
        expect(found).toHaveLength(2);
        return found;
      });
      spans.stop();

      expect(tries.map(({ attributes }) => attributes)).toEqual([
        { 'parley.job.attempt': 1, 'error.type': 'internal' },
        { 'parley.job.attempt': 2 },
      ]);
      expect(new Set(tries.map((span) => span.spanContext().traceId))).toEqual(
        new Set([traceId(1)]),
      );
    });
  });
}
