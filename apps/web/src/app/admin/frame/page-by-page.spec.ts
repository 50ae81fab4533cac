import { ConnectionLost } from '@app/web-session';
import { PageByPage } from './page-by-page';

interface Thing {
  readonly id: string;
  readonly is?: string;
}

/** Three pages, and what was asked. An answer waits until it is let go of. */
function aList() {
  const asked: (string | undefined)[] = [];
  const waiting: (() => void)[] = [];
  const server = { isDown: false, isSlow: false };
  const list = new PageByPage<Thing>(async (cursor) => {
    asked.push(cursor);
    if (server.isSlow) await new Promise<void>((go) => waiting.push(go));
    if (server.isDown) throw new ConnectionLost();
    const at = Number(cursor ?? 1);
    return {
      items: [{ id: `${at}a` }, { id: `${at}b` }],
      page: { nextCursor: at < 3 ? `${at + 1}` : null },
    };
  });
  const ids = () => list.items().map(({ id }) => id);
  return { list, asked, ids, server, waiting };
}

describe('PageByPage', () => {
  it('turns forth and back, and knows where the ends are', async () => {
    const { list, asked, ids } = aList();
    await list.load();
    expect([ids(), list.number(), list.hasNext()]).toEqual([['1a', '1b'], 1, true]);
    await list.next();
    await list.next();
    expect([ids(), list.number(), list.hasNext()]).toEqual([['3a', '3b'], 3, false]);
    await list.next();
    await list.previous();
    expect([ids(), list.number()]).toEqual([['2a', '2b'], 2]);
    await list.reload();
    await list.load();
    await list.previous();
    expect(ids()).toEqual(['1a', '1b']);
    expect(asked).toEqual([undefined, '2', '3', '2', '2', undefined]);
  });

  it('shows one as it is now, in its place', async () => {
    const { list } = aList();
    list.replace({ id: '1b' });
    await list.load();
    list.replace({ id: '1b', is: 'other' });
    expect(list.items()).toEqual([{ id: '1a' }, { id: '1b', is: 'other' }]);
  });

  it('keeps what was there when no answer comes, and says why', async () => {
    const { list, ids, server } = aList();
    await list.load();
    server.isDown = true;
    await list.next();
    expect([ids(), list.number()]).toEqual([['1a', '1b'], 1]);
    expect(list.problem()).toBe('No connection to the server. Try again.');
    server.isDown = false;
    await list.next();
    expect([ids(), list.problem()]).toEqual([['2a', '2b'], '']);
  });

  it('believes the answer to what was asked last, whenever it comes', async () => {
    const { list, ids, server, waiting } = aList();
    await list.load();
    server.isSlow = true;
    const [older, newer] = [list.next(), list.load()];
    waiting[1]!();
    await newer;
    expect(list.isBusy()).toBe(true);
    waiting[0]!();
    await older;
    expect([ids(), list.number(), list.isBusy()]).toEqual([['1a', '1b'], 1, false]);
  });
});
