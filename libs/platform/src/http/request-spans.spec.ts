import { SpanKind } from '@opentelemetry/api';
import { eventually } from '../testing/eventually.js';
import { RecordedSpans } from '../testing/recorded-spans.js';
import { EdgeUnderTest } from './testing/edge-under-test.js';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;

describe('the trace of a request', () => {
  let edge: EdgeUnderTest;
  let spans: RecordedSpans | undefined;

  beforeEach(async () => (edge = await EdgeUnderTest.start()));
  afterEach(async () => {
    await edge.close();
    spans?.stop();
    spans = undefined;
  });

  const requestLine = () =>
    eventually(() => {
      const line = edge.logs.findLast(({ msg }) => msg === 'request');
      expect(line).toBeDefined();
      return line!;
    });

  it('is that of its traceparent, or a new one, and is told by the route', async () => {
    spans = await RecordedSpans.start();
    await edge.as('ann', '/api/things/1?token=secret', { headers: { traceparent } });
    await eventually(() => expect(spans!.all).toHaveLength(1));
    await edge.as('ann', '/api/things/2');
    await eventually(() => expect(spans!.all).toHaveLength(2));

    const [one, other] = spans.all;
    expect(one).toMatchObject({
      name: 'GET /api/things/:id',
      kind: SpanKind.SERVER,
      attributes: {
        'http.request.method': 'GET',
        'http.route': '/api/things/:id',
        'http.response.status_code': 200,
      },
      parentSpanContext: { traceId, spanId: '00f067aa0ba902b7' },
    });
    expect(other!.parentSpanContext).toBeUndefined();
    expect(other!.spanContext().traceId).not.toBe(traceId);
    expect(JSON.stringify(one!.attributes)).not.toContain('secret');
  });

  it('is in the log lines of the request, also when nothing is traced', async () => {
    await edge.as('ann', '/api/things/1', { headers: { traceparent } });
    expect(await requestLine()).toMatchObject({ traceId, requestId: expect.any(String) as string });

    edge.logs.length = 0;
    await edge.as('ann', '/api/things/1');
    expect(await requestLine()).not.toHaveProperty('traceId');
  });

  it('reaches what is logged while the work is done', async () => {
    await edge.as('ann', '/api/things/bug', { headers: { traceparent } });

    await eventually(() => {
      const lines = edge.logs.filter(({ level }) => level === 'error');
      expect(lines.map((line) => line['traceId'])).toEqual([traceId]);
    });
  });

  it('is not begun for files, health and metrics', async () => {
    spans = await RecordedSpans.start();
    for (const path of ['/health/live', '/metrics', '/']) await edge.fetch(path);
    await edge.as('ann', '/api/things/1');

    await eventually(() => expect(spans!.all.length).toBeGreaterThan(0));
    expect(spans.all.map(({ name }) => name)).toEqual(['GET /api/things/:id']);
  });
});
