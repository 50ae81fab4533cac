import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { flushSpans } from './flush-spans.js';
import { traceByOtlp } from './otlp-tracing.js';
import { handled, headersToSend, traceBy } from './tracing.js';

const from = (flags: '00' | '01') => ({
  traceparent: `00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-${flags}`,
});

describe('traceByOtlp', () => {
  let collector: Server;
  let told: string[];

  beforeEach(async () => {
    told = [];
    collector = createServer((request, response) => {
      void text(request).then((body) => {
        told.push(body);
        response.setHeader('content-type', 'application/json').end('{}');
      });
    });
    collector.listen(0, '127.0.0.1');
    await once(collector, 'listening');
  });

  afterEach(() => {
    traceBy(undefined);
    collector.closeAllConnections();
    collector.close();
  });

  const start = (share: number): void => {
    const { port } = collector.address() as AddressInfo;
    traceByOtlp({ url: `http://127.0.0.1:${port}/v1/traces`, share, service: 'stage' });
  };

  const work = (headers: object | undefined) =>
    handled(headers, 'server', { name: 'work' }, () => headersToSend()!.traceparent);

  it.each([
    ['all', 'of a caller that is traced', 1, from('01'), true],
    ['all', 'without a caller', 1, undefined, true],
    ['all', 'of a caller that wants none', 1, from('00'), false],
    ['none', 'of a caller that is traced', 0, from('01'), false],
    ['none', 'without a caller', 0, undefined, false],
  ])('with a share of %s, tells of work %s as it should', async (_, __, share, headers, isTold) => {
    start(share);
    const sent = await work(headers);
    await flushSpans();

    expect(sent.endsWith('-01')).toBe(isTold);
    expect(told.join('').includes('"work"')).toBe(isTold);
    expect(told.join('').includes('"stage"')).toBe(isTold);
  });

  it('does not keep a process from its end when the collector is away', async () => {
    start(1);
    collector.closeAllConnections();
    collector.close();
    await work(undefined);

    const startedAt = performance.now();
    await flushSpans();
    expect(performance.now() - startedAt).toBeLessThan(9000);
  });

  it('does not keep a process from its end when the collector never answers', async () => {
    collector.removeAllListeners('request');
    start(1);
    await work(undefined);

    const startedAt = performance.now();
    await flushSpans();
    expect(performance.now() - startedAt).toBeLessThan(9000);
  });
});
