import { Readiness } from './readiness.js';

describe('Readiness', () => {
  it('is draining while it is paused, and as it was after', async () => {
    const readiness = new Readiness();
    const steps: string[] = [];
    readiness.onDrain(() => steps.push('drain'));
    readiness.onPause({ begin: () => steps.push('begin'), end: () => steps.push('end') });

    await readiness.pause(true);
    await readiness.pause(true);
    expect([readiness.isDraining, (await readiness.health()).status]).toEqual([true, 'draining']);
    await readiness.pause(false);
    await readiness.pause(false);

    expect([readiness.isDraining, (await readiness.health()).status]).toEqual([false, 'ready']);
    expect(steps).toEqual(['begin', 'end']);
  });

  it('ends a pause when it has begun, and does what was wished last', async () => {
    const readiness = new Readiness();
    const steps: string[] = [];
    const { promise: hang, resolve: release } = Promise.withResolvers<undefined>();
    readiness.onPause({
      begin: async () => {
        await hang;
        steps.push('begun');
      },
      end: () => steps.push('end'),
    });

    const paused = readiness.pause(true);
    const ended = readiness.pause(false);
    release(undefined);
    await Promise.all([paused, ended]);

    expect(steps).toEqual(['begun', 'end']);
    expect(readiness.isDraining).toBe(false);
  });

  it('stays what it is once it stops, and a step that fails keeps nobody', async () => {
    const readiness = new Readiness();
    const steps: string[] = [];
    readiness.onPause({
      begin: () => {
        throw new Error('Too tired');
      },
      end: () => steps.push('end'),
    });
    readiness.onDrain(() => steps.push('drain'));
    await readiness.pause(true);

    await readiness.drain();
    await readiness.pause(false);

    expect(readiness.isDraining).toBe(true);
    expect(steps).toEqual(['drain']);
  });
});
