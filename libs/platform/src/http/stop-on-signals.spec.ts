import { once } from 'node:events';
import { connect } from 'node:net';
import { Readiness } from '../health/readiness.js';
import { eventually } from '../testing/eventually.js';
import { stopOnSignals } from './stop-on-signals.js';
import { EdgeUnderTest } from './testing/edge-under-test.js';
import { Sluice } from './testing/things.module.js';

describe('an app that is told to stop', () => {
  let edge: EdgeUnderTest;
  let exits: number[];

  beforeEach(async () => {
    edge = await EdgeUnderTest.start();
    exits = [];
    stopOnSignals(edge.app, { exit: (code) => exits.push(code) });
  });

  it('is not ready while it says farewell, and still answers', async () => {
    const farewell = Promise.withResolvers<boolean>();
    edge.app.get(Readiness).onDrain(() => farewell.promise);
    process.emit('SIGTERM');
    const ready = await edge.fetch('/health/ready');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ status: 'draining' });
    const answer = await edge.as('ada', '/api/things/me');
    expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
    expect(exits).toEqual([]);
    farewell.resolve(true);
    await eventually(() => expect(exits).toEqual([0]));
  });

  it('finishes requests that it has taken, and takes no more', async () => {
    const slow = edge.as('ada', '/api/things/slow');
    await edge.app.get(Sluice).reached;
    process.emit('SIGINT');
    await eventually(async () => {
      await expect(edge.fetch('/api/version')).rejects.toThrow();
    });
    expect(exits).toEqual([]);
    edge.app.get(Sluice).open();
    expect(await (await slow).json()).toMatchObject({ text: 'at last' });
    await eventually(() => expect(exits).toEqual([0]));
  });

  it('does not wait for a connection that has asked nothing yet', async () => {
    // As browsers open them ahead.
    const ahead = connect(Number(new URL(edge.url).port), '127.0.0.1');
    await once(ahead, 'connect');
    const ended = once(ahead, 'close');
    const cutOff = jest.spyOn(edge.app.getHttpServer(), 'closeAllConnections');
    await edge.fetch('/api/version');
    process.emit('SIGTERM');
    await eventually(() => expect(exits).toEqual([0]), 40_000);
    await ended;
    expect(cutOff).not.toHaveBeenCalled();
  });

  it('stops although a farewell fails', async () => {
    edge.app.get(Readiness).onDrain(() => {
      throw new Error('no farewell');
    });
    process.emit('SIGTERM');
    await eventually(() => expect(exits).toEqual([0]));
  });

  it('leaves no listener behind when its owner closes it', async () => {
    const before = process.listenerCount('SIGTERM');
    await edge.close();
    expect(process.listenerCount('SIGTERM')).toBe(before - 1);
  });
});

describe('an app whose requests do not end', () => {
  it('cuts them off after 8 s, so that it stops in time', async () => {
    const edge = await EdgeUnderTest.start();
    const stuck = edge.as('ada', '/api/things/slow');
    await edge.app.get(Sluice).reached;
    jest.useFakeTimers({
      doNotFake: ['setImmediate', 'nextTick', 'performance', 'queueMicrotask'],
    });
    const exits: number[] = [];
    stopOnSignals(edge.app, { exit: (code) => exits.push(code) });
    process.emit('SIGTERM');
    await jest.advanceTimersByTimeAsync(8000);
    jest.useRealTimers();
    await expect(stuck).rejects.toThrow();
    await eventually(() => expect(exits).toEqual([0]));
  });
});

describe('two apps of one process', () => {
  it('hear of a signal by one listener, and both stop', async () => {
    const before = process.listenerCount('SIGTERM');
    const exits: number[] = [];
    for (const edge of [await EdgeUnderTest.start(), await EdgeUnderTest.start()])
      stopOnSignals(edge.app, { exit: (code) => exits.push(code) });
    expect(process.listenerCount('SIGTERM')).toBe(before + 1);
    process.emit('SIGTERM');
    await eventually(() => expect(exits).toEqual([0, 0]));
    expect(process.listenerCount('SIGTERM')).toBe(before);
  });
});
