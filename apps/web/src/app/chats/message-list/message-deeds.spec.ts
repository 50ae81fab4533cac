import { TestBed } from '@angular/core/testing';
import type { ClientMsgId } from '@app/contracts';
import { RequestProblem } from '@app/web-realtime';
import { ConnectionLost } from '@app/web-session';
import { Dialogs, Menus, Toasts } from '@app/web-ui';
import { NOW } from '../../clock';
import { ada, aMessage, anEntry, anOpenChat, aTimeline, NOON } from '../testing/builders';
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

/** What Ada has written, and the server does not have yet. */
function aWaiting(): MessageItem {
  const items = aTimeline({ pending: [anEntry()] });
  return items.find((item): item is MessageItem => item.kind === 'message')!;
}

function someDeeds(menus: Partial<Menus> = {}) {
  const store = new FakeChatStore();
  store.chat.set(anOpenChat());
  const providers = [provideFakes(store), MessageDeeds, { provide: Menus, useValue: menus }];
  TestBed.configureTestingModule({ providers });
  return { store, deeds: TestBed.inject(MessageDeeds), items: items() };
}

/** What is kept of a change that is over. */
const nothing = { text: '', version: 1 };

describe('MessageDeeds', () => {
  it('keeps what a message is being changed to, until it is what it was', () => {
    const { store, deeds, items } = someDeeds();
    deeds.editLast(items);
    expect([deeds.editingKey(), deeds.editText()]).toEqual(['x2', 'Message 2']);
    deeds.writeEdit(items[1]!, 'Message two');
    deeds.writeEdit(items[1]!, 'Message 2');
    expect(store.callsOf('writeEdit')).toEqual([
      ['x2', { text: 'Message two', version: 1 }],
      ['x2', { text: '', version: 1 }],
    ]);
  });

  it('offers what the server permits, by whatever clock this device has', () => {
    TestBed.overrideProvider(NOW, { useValue: () => new Date(NOON.getTime() + 2 * 86_400_000) });
    const { deeds, items } = someDeeds();
    deeds.editLast(items);
    expect(deeds.editingKey()).toBe('x2');
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
    store.draft.set('Half a sentence');
    deeds.resumeEdit(items);
    expect([deeds.editingKey(), store.callsOf('writeEdit')]).toEqual([null, [['x3', nothing]]]);
    // Its words are not lost with it.
    expect(store.callsOf('write')).toEqual([['Half a sentence\nToo late']]);
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
    expect([deeds.editingKey(), store.callsOf('writeEdit')]).toEqual([null, [['x2', nothing]]]);
  });

  it('asks before a change calls many who were not called before', async () => {
    const answers = [undefined, true];
    const open = () => Promise.resolve(answers.shift());
    TestBed.overrideProvider(Dialogs, { useValue: { open } });
    const { store, deeds, items } = someDeeds();
    store.chat.set(anOpenChat({ memberCount: 22 }));
    deeds.editLast(items);
    await deeds.save(items[1]!, 'Message two, @channel');
    expect([deeds.editingKey(), store.callsOf('edit')]).toEqual(['x2', []]);
    await deeds.save(items[1]!, 'Message two, @channel');
    expect([deeds.editingKey(), store.callsOf('edit').length]).toEqual([null, 1]);
    await deeds.save({ ...items[1]!, text: 'Message two, @channel' }, 'Message 2, @channel');
    expect([answers, store.callsOf('edit').length]).toEqual([[], 2]);
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
    expect([deeds.editingKey(), store.callsOf('writeEdit')]).toEqual([null, [['x2', nothing]]]);
  });

  it('changes the version that was read, and another only once that is known', async () => {
    const { store, deeds, items } = someDeeds();
    const item = items[1]!;
    deeds.editLast(items);
    deeds.writeEdit(item, 'Message two');
    store.answer = new RequestProblem('precondition_failed', 412, { version: 3 });
    const saved = deeds.save(item, 'Message two');
    deeds.writeEdit(item, 'Message two, and');
    await saved;
    expect([deeds.editingKey(), deeds.editProblem()]).toEqual([
      'x2',
      'It was changed on another device meanwhile.',
    ]);
    expect(store.callsOf('writeEdit').at(-1)).toEqual([
      'x2',
      { text: 'Message two, and', version: 3 },
    ]);
    store.answer = undefined;
    await deeds.save(item, 'Message two, and');
    expect(store.callsOf('edit').map(([, begun]) => begun)).toEqual([
      { text: 'Message two', version: 1 },
      { text: 'Message two, and', version: 3 },
    ]);
    expect(deeds.editingKey()).toBeNull();
  });

  it('says of one that is refused while another is changed that it was, and not below that', async () => {
    const { store, deeds, items } = someDeeds();
    deeds.editLast(items);
    store.answer = new RequestProblem('precondition_failed', 412, { version: 3 });
    const saved = deeds.save(items[1]!, 'Message two');
    deeds.do('edit', items[0]!);
    await saved;
    expect([deeds.editingKey(), deeds.editProblem()]).toEqual(['x1', '']);
    expect(TestBed.inject(Toasts).shown()).toMatchObject([{ kind: 'danger' }]);
    store.answer = undefined;
    await deeds.save(items[0]!, 'Message one, and');
    expect(store.callsOf('edit').at(-1)![1]).toEqual({ text: 'Message one, and', version: 1 });
  });

  it('goes on from the version at which a kept change was begun', async () => {
    const { store, deeds, items } = someDeeds();
    store.edits.set('x1', 'Message one, and');
    const newer = { ...items[0]!, message: { ...items[0]!.message!, version: 5 } };
    deeds.resumeEdit([newer]);
    await deeds.save(newer, 'Message one, and two');
    expect(store.callsOf('edit')[0]![1]).toEqual({ text: 'Message one, and two', version: 1 });
  });

  it('changes the first version of what was sent while it was being changed', async () => {
    const { store, deeds, items } = someDeeds();
    deeds.do('edit', { ...items[0]!, message: null });
    await deeds.save(items[0]!, 'Message one, and');
    expect(store.callsOf('edit')[0]![1]).toEqual({ text: 'Message one, and', version: 1 });
  });

  it('changes the last message of mine by ↑ while it waits, too', async () => {
    const { store, deeds, items } = someDeeds();
    const waiting = aWaiting();
    deeds.editLast([...items, waiting]);
    expect([deeds.editingKey(), deeds.editText()]).toEqual(['p1', 'On my way']);
    await deeds.save(waiting, 'On my way, soon');
    expect(store.callsOf('rewrite')).toEqual([['p1', 'On my way, soon']]);
    expect(deeds.editingKey()).toBeNull();
  });

  it('keeps the text where what waited is stored by now and may not be edited', async () => {
    const { store, deeds } = someDeeds();
    const waiting = aWaiting();
    deeds.editLast([waiting]);
    store.answer = new RequestProblem('edit_window_closed', 403, {});
    await deeds.save(waiting, 'On my way, soon');
    expect(deeds.editingKey()).toBe('p1');
    expect(deeds.editProblem()).not.toBe('');
  });

  it('says so when what is discarded is stored by now and may not be deleted', async () => {
    const { store, deeds } = someDeeds();
    store.answer = new ConnectionLost();
    await deeds.discard(aWaiting());
    expect(store.callsOf('discard')).toEqual([['p1']]);
    expect(TestBed.inject(Toasts).shown()).toMatchObject([{ kind: 'danger' }]);
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
    expect([deeds.editingKey(), store.callsOf('writeEdit')]).toEqual([null, [['x2', nothing]]]);
  });
});
