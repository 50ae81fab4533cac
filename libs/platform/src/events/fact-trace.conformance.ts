import type { Fact } from '@app/contracts';
import { currentTraceId, handled } from '../telemetry/tracing.js';
import { eventually } from '../testing/eventually.js';
import { RecordedSpans } from '../testing/recorded-spans.js';
import type { EventBus } from './event-bus.js';

type Revoked = Fact<'session.revoked'>;

const revoked = (n: number) => ({ sessionIds: [`s${n}`] }) as unknown as Revoked;
const traceId = (n: number) => `${n}`.repeat(32);
const publishedIn = (n: number) => ({ traceparent: `00-${traceId(n)}-00f067aa0ba902b7-01` });

/** What every bus does with the traces in which facts are published. `start`: a new bus. */
export function keepsTracesOfFacts(start: () => Promise<EventBus> | EventBus): void {
  describe('the trace in which a fact is published', () => {
    let bus: EventBus;
    const seen: (string | undefined)[] = [];

    beforeEach(async () => {
      seen.length = 0;
      bus = await start();
      bus.subscribe({
        module: 'search',
        name: 'session.revoked',
        handle: () => void seen.push(currentTraceId()),
      });
    });

    afterEach(() => bus.close());

    /** Each in its own trace, the last one in none. */
    async function publishThree(): Promise<void> {
      const publish = (n: number) => bus.publish('session.revoked', revoked(n));
      await Promise.all([
        handled(publishedIn(1), 'server', { name: 'work' }, () => publish(1)),
        handled(publishedIn(2), 'server', { name: 'work' }, () => publish(2)),
        publish(3),
      ]);
      await eventually(() => expect(seen).toHaveLength(3));
    }

    it('is that in which it is handled, while nothing is traced', async () => {
      await publishThree();

      expect(seen).toEqual([traceId(1), traceId(2), undefined]);
    });

    it('is told to go on with the handling', async () => {
      const spans = await RecordedSpans.start();
      await publishThree();
      spans.stop();

      const all = (name: string) => spans.all.filter((span) => span.name === name);
      const handlings = all('search on session.revoked');
      expect(handlings.map(({ parentSpanContext }) => parentSpanContext?.spanId)).toEqual([
        ...all('work').map((span) => span.spanContext().spanId),
        undefined,
      ]);
      expect(handlings.map((span) => span.spanContext().traceId)).toEqual(seen);
    });
  });
}
