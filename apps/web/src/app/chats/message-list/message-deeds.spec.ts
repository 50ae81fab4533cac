import { TestBed } from '@angular/core/testing';
import type { ClientMsgId } from '@app/contracts';
import { ConnectionLost } from '@app/web-session';
import { Menus } from '@app/web-ui';
import { ada, aMessage, anOpenChat, aTimeline, NOON } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { MessageDeeds } from './message-deeds';
import type { MessageItem } from './timeline-items';

/** Messages of Ada's, who may still change all of them but the last, which is deleted. */
function items(): readonly MessageItem[] {
  const mine = [1, 2, 3].map((seq) =>
    aMessage({
      seq,
      senderId: ada.id,
      clientMsgId: `x${seq}` as ClientMsgId,
      createdAt: NOON.toISOString(),
      ...(seq === 3 ? { text: '', deletedAt: NOON.toISOString() } : {}),
    }),
  );
  const all = aTimeline({ people: new Map(), messages: mine });
  return all.filter((item) => item.kind === 'message');
}

function someDeeds(menus: Partial<Menus> = {}) {
  const store = new FakeChatStore();
  store.chat.set(anOpenChat());
  const providers = [provideFakes(store), MessageDeeds, { provide: Menus, useValue: menus }];
  TestBed.configureTestingModule({ providers });
  return { store, deeds: TestBed.inject(MessageDeeds), items: items() };
}

describe('MessageDeeds', () => {
  it('keeps what a message is being changed to, until it is what it was', () => {
    const { store, deeds, items } = someDeeds();
    deeds.editLast(items);
    expect([deeds.editingKey(), deeds.editText()]).toEqual(['x2', 'Message 2']);
    deeds.writeEdit(items[1]!, 'Message two');
    deeds.writeEdit(items[1]!, 'Message 2');
    expect(store.callsOf('writeEdit')).toEqual([
      ['x2', 'Message two'],
      ['x2', ''],
    ]);
  });

  it('goes on with a change that was begun before the page was left', () => {
    const { store, deeds, items } = someDeeds();
    store.edits.set('x1', 'Message one, and');
    deeds.resumeEdit(items);
    expect([deeds.editingKey(), deeds.editText()]).toEqual(['x1', 'Message one, and']);
    expect(deeds.isEditWanted()).toBe(false);
    deeds.leaveEdit();
    expect([deeds.editingKey(), store.callsOf('writeEdit')]).toEqual([null, []]);
  });

  it('does not go on with one of a message that is gone, nor in the middle of another', () => {
    const { store, deeds, items } = someDeeds();
    store.edits.set('x3', 'Too late');
    deeds.resumeEdit(items);
    expect(deeds.editingKey()).toBeNull();
    deeds.editLast(items);
    store.edits.set('x1', 'Message one, and');
    deeds.resumeEdit(items);
    expect(deeds.editingKey()).toBe('x2');
  });

  it('forgets a change once it is stored, and not when it could not be', async () => {
    const { store, deeds, items } = someDeeds();
    deeds.editLast(items);
    store.answer = new ConnectionLost();
    await deeds.save(items[1]!, 'Message two');
    expect([deeds.editingKey(), store.callsOf('writeEdit')]).toEqual(['x2', []]);
    store.answer = undefined;
    await deeds.save(items[1]!, 'Message two');
    expect([deeds.editingKey(), store.callsOf('writeEdit')]).toEqual([null, [['x2', '']]]);
  });

  it('keeps what was written on while the change was being stored', async () => {
    const { store, deeds, items } = someDeeds();
    deeds.editLast(items);
    store.edits.set('x2', 'Message two');
    const saved = deeds.save(items[1]!, 'Message two');
    store.edits.set('x2', 'Message two, and more');
    await saved;
    expect([deeds.editingKey(), store.callsOf('writeEdit')]).toEqual(['x2', []]);
    await deeds.save(items[1]!, 'Message two, and more');
    expect([deeds.editingKey(), store.callsOf('writeEdit')]).toEqual([null, [['x2', '']]]);
  });

  it('keeps the tools of a row whose menu is asked for twice, until it is closed', async () => {
    let close: () => void = () => undefined;
    const open = jest.fn(
      () => new Promise<undefined>((resolve) => (close = () => resolve(undefined))),
    );
    const { deeds, items } = someDeeds({ open: open as Menus['open'] });
    const anchor = document.createElement('button');
    const first = deeds.showMore(items[0]!, anchor);
    await deeds.showMore(items[0]!, anchor);
    expect([deeds.menuKey(), open.mock.calls.length]).toEqual(['x1', 1]);
    close();
    await first;
    expect(deeds.menuKey()).toBeNull();
  });

  it('forgets a change that is given up', () => {
    const { store, deeds, items } = someDeeds();
    deeds.editLast(items);
    deeds.giveUpEdit(items[1]!);
    expect([deeds.editingKey(), store.callsOf('writeEdit')]).toEqual([null, [['x2', '']]]);
  });
});
