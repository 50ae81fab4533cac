import { ROOT_CONTEXT } from '@opentelemetry/api';
import { contextOf, headersOf } from './trace-headers.js';

const [traceId, spanId] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7'];
const traceparent = `00-${traceId}-${spanId}-01`;

describe('the headers of a trace', () => {
  it.each([
    { traceparent },
    { traceparent: `00-${traceId}-${spanId}-00` },
    { traceparent, tracestate: 'congo=t61rcWkgMzE,rojo=00f067aa0ba902b7' },
  ])('go on as they came: %j', (headers) => {
    expect(headersOf(contextOf(headers))).toEqual(headers);
  });

  it('are read from a later version as far as we know it', () => {
    const later = { traceparent: `cc-${traceId}-${spanId}-01-what-the-future-will-be-like` };

    expect(headersOf(contextOf(later))).toEqual({ traceparent });
  });

  it.each([
    [undefined],
    [null],
    ['traceparent'],
    [{}],
    [{ traceparent: '' }],
    [{ traceparent: [traceparent] }],
    [{ traceparent: `${traceparent}-more` }],
    [{ traceparent: ` ${traceparent}` }],
    [{ traceparent: traceparent.toUpperCase() }],
    [{ traceparent: `ff-${traceId}-${spanId}-01` }],
    [{ traceparent: `00-${'0'.repeat(32)}-${spanId}-01` }],
    [{ traceparent: `00-${traceId}-${'0'.repeat(16)}-01` }],
  ])('begin nothing when they are not valid: %j', (headers) => {
    expect(contextOf(headers)).toBe(ROOT_CONTEXT);
    expect(headersOf(contextOf(headers))).toBeUndefined();
  });

  it.each(['', 'a=b\r\nx-evil: 1', 'ä=1', `a=${'b'.repeat(511)}`])(
    'lose a state that is not fit to travel, and keep the trace',
    (tracestate) => {
      expect(headersOf(contextOf({ traceparent, tracestate }))).toEqual({ traceparent });
    },
  );
});
