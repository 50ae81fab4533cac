import * as z from 'zod/mini';
import { ManualTime } from '../testing/manual-time.js';
import { PaperQueue } from '../testing/paper-queue.js';
import { defineJob } from './job-kind.js';
import { LoneOrders, type OrderBook } from './lone-orders.js';

interface Wish {
  readonly id: string;
}

const Id = z.string().check(z.minLength(2));
const grant = defineJob('test.grant', z.strictObject({ id: Id }), { attempts: 3 });

describe('LoneOrders', () => {
  let queue: PaperQueue;
  let pending: Wish | undefined;
  let carriedOut: string[];
  let givenUp: [id: string, why: string][];
  let orders: LoneOrders<Wish>;

  const book: OrderBook<Wish> = {
    pending: () => Promise.resolve(pending),
    carryOut: ({ id }) => {
      carriedOut.push(id);
      pending = undefined;
      return Promise.resolve();
    },
    giveUp: ({ id }, why) => {
      givenUp.push([id, why]);
      pending = undefined;
      return Promise.resolve();
    },
  };

  const open = (ways: Partial<OrderBook<Wish>> = {}) => {
    orders = new LoneOrders(queue.jobs, grant, { ...book, ...ways });
    orders.begin();
  };

  beforeEach(() => {
    [queue, pending, carriedOut, givenUp] = [new PaperQueue(), undefined, [], []];
    open();
  });

  it('draws an id that its kind of job takes, and the time', () => {
    const time = new ManualTime();
    const drawn = orders.draw({ next: () => 'one' }, time);
    expect(drawn).toEqual({ id: 'one', createdAt: time.now().toISOString() });
    expect(() => orders.draw({ next: () => '' }, time)).toThrow();
  });

  it('carries out what is pending', async () => {
    pending = { id: 'one' };
    await orders.order(pending);
    expect(queue.ordered).toEqual(['one']);
    await queue.try(grant, 'one');
    expect(carriedOut).toEqual(['one']);
  });

  it('lets a job be that comes late', async () => {
    await queue.try(grant, 'one');
    pending = { id: 'two' };
    await queue.try(grant, 'one', 3);
    expect([carriedOut, givenUp]).toEqual([[], []]);
  });

  it('has it tried again, and gives it up after its last try, in words', async () => {
    open({ carryOut: () => Promise.reject(new Error('No disk')) });
    pending = { id: 'one' };
    await expect(queue.try(grant, 'one', 2)).rejects.toThrow('No disk');
    expect(givenUp).toEqual([]);
    await expect(queue.try(grant, 'one', 3)).rejects.toThrow('No disk');
    expect(givenUp).toEqual([['one', 'No disk']]);
  });

  it('does not give up what a process gives back that stops', async () => {
    open({ carryOut: (_, signal) => Promise.reject(signal.reason as Error) });
    pending = { id: 'one' };
    await expect(queue.try(grant, 'one', 3, AbortSignal.abort())).rejects.toThrow('abort');
    expect(givenUp).toEqual([]);
  });

  it('orders one again whose job was lost, and none where none is pending', async () => {
    await orders.revive();
    expect(queue.ordered).toEqual([]);
    pending = { id: 'one' };
    queue.given.push({ key: 'another', error: 'No disk' });
    await orders.revive();
    expect([queue.ordered, givenUp]).toEqual([['one'], []]);
  });

  it('gives up one over which processes have died often enough', async () => {
    pending = { id: 'one' };
    queue.given.push({ key: 'one', error: 'Abandoned' });
    await orders.revive();
    expect([queue.ordered, givenUp]).toEqual([[], [['one', 'Abandoned']]]);
  });
});
