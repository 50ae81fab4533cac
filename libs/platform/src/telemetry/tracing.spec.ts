import { problem } from '@app/contracts';
import { SpanStatusCode } from '@opentelemetry/api';
import { RecordedSpans } from '../testing/recorded-spans.js';
import {
  called,
  currentTrace,
  currentTraceId,
  end,
  handled,
  headersToSend,
  inTrace,
  noticedCall,
  received,
  type Trace,
} from './tracing.js';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const headers = { traceparent: `00-${traceId}-00f067aa0ba902b7-01`, tracestate: 'proxy=1' };
const later = () => new Promise((done) => setImmediate(done));

describe('while nothing is traced', () => {
  it('passes a trace that came in on as it is, over all that is awaited', async () => {
    const sent = await handled(headers, 'server', { name: 'a' }, async () => {
      await later();
      return called({ name: 'b' }, async () => {
        await later();
        return headersToSend();
      });
    });

    expect(sent).toEqual(headers);
    expect(headersToSend()).toBeUndefined();
  });

  it('begins no trace, and makes no spans', () => {
    const seen = received({}, 'server', { name: 'a' }, (span) => [span, currentTraceId()]);

    expect(seen).toEqual([undefined, undefined]);
    expect(noticedCall({ name: 'find' })).toBeUndefined();
  });

  it('takes work without a trace out of the trace that happens to be around', async () => {
    const seen = await handled(headers, 'server', { name: 'a' }, () =>
      handled(undefined, 'consumer', { name: 'b' }, () => currentTraceId()),
    );

    expect(seen).toBeUndefined();
  });
});

describe('while work is traced', () => {
  let spans: RecordedSpans;

  beforeEach(async () => (spans = await RecordedSpans.start()));
  afterEach(() => spans.stop());

  it('tells of work as a part of the trace that it came with', async () => {
    await handled(headers, 'server', { name: 'a' }, () =>
      called({ name: 'b' }, () => {
        end(noticedCall({ name: 'c' }));
        return Promise.resolve();
      }),
    );

    const [a, b, c] = ['a', 'b', 'c'].map((name) => spans.named(name)) as [never, never, never];
    expect(chain(a, b, c)).toEqual(['00f067aa0ba902b7', idOf(a), idOf(b)]);
    expect(new Set(spans.all.map((span) => span.spanContext().traceId))).toEqual(
      new Set([traceId]),
    );
  });

  it('begins a trace where there is none, and one for each', async () => {
    const ids = [currentTraceId];
    const one = await handled(undefined, 'server', { name: 'a' }, ids[0]!);
    const other = await handled({ traceparent: 'nonsense' }, 'server', { name: 'a' }, ids[0]!);

    expect(one).toMatch(/^[\da-f]{32}$/);
    expect(other).toMatch(/^[\da-f]{32}$/);
    expect(other).not.toBe(one);
  });

  it('tells of a failure by its code, and of nothing that the error says', async () => {
    const fail = () => Promise.reject(new Error('E11000 dup key: { text: "our secret" }'));
    await expect(called({ name: 'a' }, fail)).rejects.toThrow('our secret');

    const { attributes, status, events } = spans.named('a');
    expect({ attributes, status, events }).toEqual({
      attributes: { 'error.type': 'internal' },
      status: { code: SpanStatusCode.ERROR },
      events: [],
    });
  });

  it('does not count a refusal as a failure', async () => {
    await expect(
      called({ name: 'a' }, () => Promise.reject(problem('forbidden'))),
    ).rejects.toMatchObject({ code: 'forbidden' });

    expect(spans.named('a')).toMatchObject({
      attributes: { 'error.type': 'forbidden' },
      status: { code: SpanStatusCode.UNSET },
    });
  });

  it('tells of no call that nobody asked for', () => {
    expect(noticedCall({ name: 'find jobs' })).toBeUndefined();
  });

  it('links what is done for several to all of them', async () => {
    const trace = () => handled(undefined, 'server', { name: 'a' }, () => currentTrace()!);
    const [first, second] = [await trace(), await trace()] as [Trace, Trace];
    inTrace(first, () => end(noticedCall({ name: 'insert' })), [second]);

    const [one, other] = spans.all.filter(({ name }) => name === 'a').map(idOf);
    const { parentSpanContext, links } = spans.named('insert');
    expect(parentSpanContext?.spanId).toBe(one);
    expect(links.map(({ context }) => context.spanId)).toEqual([other]);
  });
});

type Span = ReturnType<RecordedSpans['named']>;

const idOf = (span: Span): string => span.spanContext().spanId;

function chain(...spans: readonly Span[]): (string | undefined)[] {
  return spans.map(({ parentSpanContext }) => parentSpanContext?.spanId);
}
