import type { ClientMsgId } from '@app/contracts';
import { ConnectionLost, RequestProblem } from '@app/web-session';
import { reconnectDelay } from './reconnect-delay';
import { aServer, aTab, c1, me, twoTabs, underWay } from './testing/outbox-world';

describe('what is rewritten or discarded in the outbox', () => {
  afterEach(() => jest.useRealTimers());

  it('sends what waits as it was rewritten, in its old place, and not what was discarded', async () => {
    const world = aServer();
    const { outbox, waiting } = await aTab(world);
    world.server.goOffline();
    for (const text of ['one', 'two', 'three']) await outbox.add(c1, text);
    const [, two, three] = outbox.entries();
    await outbox.rewrite(two!.clientMsgId, 'two, better');
    await outbox.discard(three!.clientMsgId);
    expect(waiting()).toEqual(['one: queued', 'two, better: queued']);
    world.server.goOnline();
    await outbox.flush();
    expect(world.log()).toEqual(['one', 'two, better']);
    expect(world.versions()).toEqual([1, 1]);
  });

  it('edits, once it is stored, what is rewritten under way', async () => {
    const world = aServer();
    const { outbox, waiting, storage } = await aTab(world);
    const { added, release, id } = await underWay(world, outbox);
    const next = outbox.add(c1, 'two');
    void outbox.rewrite(id, 'one, better');
    release();
    await Promise.all([added, next]);
    expect([world.log(), world.versions()]).toEqual([
      ['one, better', 'two'],
      [2, 1],
    ]);
    expect([waiting(), await storage.load()]).toEqual([[], []]);
  });

  it('has no entry any more from the moment on in which a rewrite would come too late', async () => {
    for (let ticks = 0; ticks < 12; ticks++) {
      const world = aServer();
      const { outbox } = await aTab(world);
      const rewrite = async (id: ClientMsgId): Promise<boolean> => {
        for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
        const isThere = outbox.entries().length > 0;
        await outbox.rewrite(id, 'better');
        return isThere;
      };
      const { promise: wasThere, resolve } = Promise.withResolvers<boolean>();
      outbox.onStored(({ clientMsgId }) => resolve(rewrite(clientMsgId)));
      await outbox.add(c1, 'one');
      const text = (await wasThere) ? 'better' : 'one';
      await outbox.flush();
      expect([ticks, world.log()]).toEqual([ticks, [text]]);
    }
  });

  it('goes on as long as somebody rewrites', async () => {
    const world = aServer();
    const { outbox } = await aTab(world);
    const { added, release, id } = await underWay(world, outbox);
    const request = jest.spyOn(world.server, 'request');
    request.mockImplementationOnce((...asked) => {
      void outbox.rewrite(id, 'best');
      return world.server.request(...asked);
    });
    void outbox.rewrite(id, 'better');
    release();
    await added;
    expect([world.log(), world.versions()]).toEqual([['best'], [3]]);
  });

  it('edits what was rewritten after its ack was lost, and stores it once', async () => {
    const world = aServer();
    const { outbox, waiting } = await aTab(world);
    const { added, release, id } = await underWay(world, outbox);
    world.server.goOffline();
    release();
    await added;
    await outbox.rewrite(id, 'better');
    await outbox.rewrite(id, 'best');
    world.server.goOnline();
    await outbox.flush();
    expect([world.log(), world.versions(), waiting()]).toEqual([['best'], [2], []]);
  });

  it('comes back with an edit that did not get through', async () => {
    jest.useFakeTimers();
    const world = aServer();
    const { outbox, waiting } = await aTab(world);
    const { added, release, id } = await underWay(world, outbox);
    world.server.failOnce(`PUT messages/m-${id}`, new ConnectionLost());
    void outbox.rewrite(id, 'better');
    release();
    await added;
    expect([world.log(), waiting()]).toEqual([['one'], ['better: queued']]);
    await jest.advanceTimersByTimeAsync(reconnectDelay(1, () => 1));
    expect([world.log(), waiting()]).toEqual([['better'], []]);
  });

  it('sets an edit that is refused aside as a message of its own', async () => {
    const world = aServer();
    const { outbox, waiting } = await aTab(world);
    const { added, release, id } = await underWay(world, outbox);
    const refusal = new RequestProblem('edit_window_closed', 403, {});
    world.server.failOnce(`PUT messages/m-${id}`, refusal);
    void outbox.rewrite(id, 'better');
    release();
    await added;
    expect([world.log(), waiting()]).toEqual([['one'], ['better: failed']]);
    const [entry] = outbox.entries();
    expect([entry!.code, entry!.clientMsgId === id]).toEqual(['edit_window_closed', false]);
    await outbox.retry(entry!.clientMsgId);
    expect([world.log(), waiting()]).toEqual([['one', 'better'], []]);
  });

  it('sends what was rewritten while its former text was refused', async () => {
    const world = aServer();
    const { outbox, waiting } = await aTab(world);
    world.server.refuse('one', 'validation_failed');
    const { added, release, id } = await underWay(world, outbox);
    void outbox.rewrite(id, 'better');
    release();
    await added;
    expect([world.log(), waiting()]).toEqual([['better'], []]);
  });

  it('deletes, once it is stored, what is discarded under way', async () => {
    const world = aServer();
    const { outbox, waiting, storage } = await aTab(world);
    const { added, release, id } = await underWay(world, outbox);
    await outbox.discard(id);
    expect(waiting()).toEqual([]);
    release();
    await added;
    expect(world.chats[0].page({}).items).toMatchObject([{ text: '', deletedBy: me.id }]);
    expect(await storage.load()).toEqual([]);
  });

  it('lets a tab that does not send rewrite and discard what waits, and what is under way', async () => {
    const { one, two, formerly } = await twoTabs();
    const release = formerly.server.holdAcks();
    const arrival = formerly.server.nextArrival();
    const added = ['one', 'two', 'three', 'four'].map((text) => one.outbox.add(c1, text));
    await arrival;
    const [first, second, third] = two.outbox.entries();
    await two.outbox.rewrite(first!.clientMsgId, 'one, better');
    await two.outbox.rewrite(second!.clientMsgId, 'two, better');
    await two.outbox.discard(third!.clientMsgId);
    expect(one.waiting()).toEqual(two.waiting());
    release();
    await Promise.all(added);
    expect([formerly.log(), formerly.versions()]).toEqual([
      ['one, better', 'two, better', 'four'],
      [2, 1, 1],
    ]);
    expect([one.waiting(), two.waiting()]).toEqual([[], []]);
  });

  it('deletes nothing that another tab has sent before the ack came here', async () => {
    const { one, two, formerly, now } = await twoTabs();
    const release = formerly.server.holdAcks();
    const arrival = formerly.server.nextArrival();
    const added = ['one', 'two'].map((text) => one.outbox.add(c1, text));
    await arrival;
    two.tab.takeOver();
    await two.outbox.flush();
    expect(now.log()).toEqual(['one', 'two']);
    release();
    await Promise.all(added);
    expect(formerly.log()).toEqual(['one', 'two']);
  });

  it('edits what another tab has rewritten before it heard of the ack', async () => {
    const { one, two, formerly } = await twoTabs();
    const { added, release, id } = await underWay(formerly, one.outbox);
    two.tab.sleep();
    release();
    await added;
    await two.outbox.rewrite(id, 'better');
    await one.outbox.flush();
    two.tab.wake();
    expect([formerly.log(), one.waiting(), two.waiting()]).toEqual([['better'], [], []]);
    expect(await one.storage.load()).toEqual([]);
  });

  it('brings nothing back that was sent or discarded while it took over', async () => {
    const { one, two, now, storage } = await twoTabs();
    one.tab.sleep();
    for (const text of ['one', 'two', 'three']) await two.outbox.add(c1, text);
    const [first, second, third] = two.outbox.entries();
    const stale = await storage.load();
    const { promise, resolve } = Promise.withResolvers<typeof stale>();
    jest.spyOn(storage, 'load').mockReturnValueOnce(promise);
    two.tab.takeOver();
    one.tab.post('outbox', { kind: 'removed', clientMsgId: third!.clientMsgId });
    const discarded = two.outbox.discard(first!.clientMsgId);
    const rewritten = two.outbox.rewrite(second!.clientMsgId, 'two, better');
    resolve(stale);
    await Promise.all([discarded, rewritten]);
    await two.outbox.flush();
    expect([now.log(), now.versions(), two.waiting()]).toEqual([['two, better'], [1], []]);
  });
});
