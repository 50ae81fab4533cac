import { currentTraceId } from '../telemetry/tracing.js';
import { eventually } from '../testing/eventually.js';
import { RecordedSpans } from '../testing/recorded-spans.js';
import { takeTrace } from './event-trace.js';
import { actorNamed, SocketStage } from './testing/socket-stage.js';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
const ada = actorNamed('ada');
const typing = { chatId: 'c', isTyping: true };

describe('takeTrace', () => {
  it('takes what is about the trace, and leaves the rest', () => {
    const payload = { ...typing, traceparent, tracestate: 'x=1' };

    expect(takeTrace(payload)).toEqual({ traceparent, tracestate: 'x=1' });
    expect(payload).toEqual(typing);
  });

  it.each([[undefined], [null], ['text'], [[traceparent]], [{}], [{ traceparent: 1 }]])(
    'leaves %j to the schema',
    (payload) => {
      const before = structuredClone(payload);

      expect(takeTrace(payload)).toBeUndefined();
      expect(payload).toEqual(before);
    },
  );
});

describe('the trace of an event', () => {
  let stage: SocketStage;
  let spans: RecordedSpans;

  beforeEach(async () => {
    spans = await RecordedSpans.start();
    stage = await SocketStage.open();
  });

  afterEach(async () => {
    await stage.close();
    spans.stop();
  });

  it('is that of its traceparent, and linked to the opening of the socket', async () => {
    const opening = { traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` };
    const { ask } = await stage.enter(ada, { extraHeaders: opening });
    expect(await ask('typing', { ...typing, traceparent })).toEqual({ ok: true });
    expect(await ask('typing', typing)).toEqual({ ok: true });

    const [connect, one, other] = spans.all;
    expect(connect).toMatchObject({ name: 'socket connect' });
    expect(connect!.spanContext().traceId).toBe('a'.repeat(32));
    expect(one).toMatchObject({
      name: 'socket typing',
      parentSpanContext: { traceId, spanId: '00f067aa0ba902b7' },
    });
    expect(one!.links.map(({ context }) => context)).toEqual([connect!.spanContext()]);
    expect(other!.parentSpanContext).toBeUndefined();
  });

  it('is taken from beside the token where no header can be set', async () => {
    const auth = { token: stage.token(ada), traceparent };
    await stage.enter(ada, { auth });

    const connect = await eventually(() => spans.named('socket connect'));
    expect(connect.spanContext().traceId).toBe(traceId);
  });

  it('has no name that a client made up, and tells of no bug but that it was one', async () => {
    const { ask } = await stage.enter(ada);
    expect(await ask('our-secret', {})).toMatchObject({ ok: false });
    expect(await ask('heartbeat', {})).toMatchObject({ ok: false });

    expect(spans.all.map(({ name }) => name)).toEqual(['socket connect', 'socket heartbeat']);
  });

  it('goes on to the handler while nothing is traced', async () => {
    spans.stop();
    const seen: (string | undefined)[] = [];
    const typed = stage.gateway.heard;
    typed.push = (...heard) => (
      seen.push(currentTraceId()),
      Array.prototype.push.apply(typed, heard)
    );
    const { ask } = await stage.enter(ada);
    await ask('typing', { ...typing, traceparent });
    await ask('typing', typing);

    expect(seen).toEqual([traceId, undefined]);
  });
});
