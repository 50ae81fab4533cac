import type { ClientMsgId } from '@app/contracts';
import { ConnectionLost } from '@app/web-session';
import { ann, anOpenOne, settle } from './testing/chat-world';

const unknown = { code: 'not_found' };

describe('what waits in the open chat', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
  });
  afterEach(() => jest.useRealTimers());

  it('is rewritten and discarded', async () => {
    const { store, server, texts, pending } = await anOpenOne();
    server.goOffline();
    for (const text of ['one', 'two', 'three']) store.send(text);
    await settle();
    const [, two, three] = store.pending();
    await store.rewrite(two!.clientMsgId, 'two, better');
    await store.discard(three!.clientMsgId);
    await settle();
    expect(pending()).toEqual(['one', 'two, better']);
    server.goOnline();
    await settle();
    expect([texts().slice(2), pending()]).toEqual([['one', 'two, better'], []]);
  });

  it('is edited and deleted where it is stored by then, behind a gap, too', async () => {
    const { store, server, crew, texts } = await anOpenOne();
    store.send('one');
    await settle();
    crew.append(ann.id, { text: 'lost' });
    store.send('two');
    await settle();
    const [two] = store.pending();
    expect([two!.text, store.gap() === null]).toEqual(['two', false]);
    await store.rewrite(two!.clientMsgId, 'two, better');
    await store.discard(store.messages().at(-1)!.clientMsgId);
    await settle(300);
    expect(texts().slice(2)).toEqual(['', 'lost', 'two, better']);
    server.goOffline();
    await expect(store.rewrite(two!.clientMsgId, 'two, best')).rejects.toThrow(ConnectionLost);
  });

  it('says what was said last where it is changed anew while it is being edited', async () => {
    const { store, server, texts } = await anOpenOne();
    const release = server.holdAcks();
    const arrival = server.nextArrival();
    store.send('one');
    await arrival;
    await store.rewrite(store.pending()[0]!.clientMsgId, 'better');
    const put = jest.spyOn(server, 'request');
    put.mockImplementationOnce(async (...asked) => {
      const { id, version } = store.messages().at(-1)!;
      await store.edit(id, { text: 'best', version });
      return server.request(...asked);
    });
    release();
    await settle();
    expect([texts().at(-1), store.pending()]).toEqual(['best', []]);
  });

  it('is not said to be changed where it has gone and not come yet', async () => {
    const { store } = await anOpenOne();
    const sentElsewhere = 'of another tab' as ClientMsgId;
    await expect(store.rewrite(sentElsewhere, 'better')).rejects.toMatchObject(unknown);
    await expect(store.discard(sentElsewhere)).rejects.toMatchObject(unknown);
  });
});
