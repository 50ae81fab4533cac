import type { ServerProcess, Topology } from '@app/contracts';
import { ConnectionLost, RequestProblem } from '@app/web-session';
import { TableHarness } from '@app/web-ui/testing';
import { aConsole, type Answer } from '../testing/a-console';
import { TopologyPage } from './topology-page';

const aProcess = (app: string, more: Partial<ServerProcess> = {}): ServerProcess => ({
  id: app,
  app,
  version: '1.2.3',
  host: 'parley-1',
  pid: 7,
  startedAt: '2026-03-02T12:00:00.000Z',
  lastSeenAt: '2026-03-02T15:30:00.000Z',
  state: 'ready',
  checks: { redis: 'up' },
  breakers: [],
  loads: {},
  memoryBytes: 256 * 1024 * 1024,
  ...more,
});

const busy: Topology = {
  processes: [
    aProcess('calls', { loads: { rooms: 1 }, state: 'lost' }),
    aProcess('gateway', {
      loads: { sockets: 1200 },
      checks: { redis: 'down', users: 'up' },
      breakers: [{ service: 'users', state: 'open' }],
    }),
  ],
  streams: [
    { name: 'message.created', module: 'chats', waiting: 0 },
    { name: 'message.created', module: 'search', waiting: 12 },
    { name: 'chat.read', module: 'chats', waiting: null },
  ],
  queues: [
    { kind: 'chats.purge', waiting: 0, running: 0, delayed: 3, failed: 1 },
    { kind: 'files.make-preview', waiting: 2, running: 1, delayed: 0, failed: 0 },
  ],
  requests: [
    { service: 'messages', waiting: 7 },
    { service: 'users', waiting: 0 },
  ],
};

async function aPage(answer: Answer = () => busy) {
  const page = await aConsole(TopologyPage, answer, { path: 'admin/topology' });
  return { ...page, table: await page.root.getHarness(TableHarness) };
}

describe('TopologyPage', () => {
  afterEach(() => document.body.replaceChildren());

  it('lists the processes: how each is, and what it has to carry', async () => {
    const { table } = await aPage();
    expect((await table.getRows()).map((cells) => cells.slice(1, 4))).toEqual([
      ['Lost', '1 call', '1.2.3'],
      ['Ready', '1200 sockets', '1.2.3'],
    ]);
    expect(await table.getFirstCells()).toEqual([
      expect.stringContaining('calls'),
      expect.stringContaining('gateway'),
    ]);
  });

  it('says what waits, most first, and nothing of what does not', async () => {
    const { words } = await aPage();
    expect(words()).toContain('files.make-preview3');
    expect(words()).toMatch(/Requests to services ?messages ?7/);
    expect(words()).not.toContain('chats.purge');
    expect(words()).toMatch(/chat\.read, for chats ?not known ?message\.created, for search ?12/);
    expect(words()).not.toContain('message.created, for chats');
  });

  it('shows of one what it depends on, and whom it does not reach', async () => {
    const { table, dialog } = await aPage();
    await table.open(1);
    expect(await (await dialog()).getTitle()).toBe('gateway · parley-1');
    const said = document.querySelector('ui-dialog')!.textContent.replaceAll(/\s+/g, ' ');
    expect(said).toContain('256 MB');
    expect(said).toContain('Depends onredisDown');
    expect(said).toContain('ReachesusersNo');
    expect(said).not.toContain('usersUp');
  });

  it('follows by itself, and leaves the keys where they are, until one is looked into', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    const server = { topology: busy };
    const { table, asked, words } = await aPage(() => server.topology);
    await table.focus();
    await table.press('ArrowDown');
    server.topology = { ...busy, processes: [...busy.processes, aProcess('users')] };
    await jest.advanceTimersByTimeAsync(5000);
    expect(await table.getRows()).toHaveLength(3);
    expect([await table.isFocused(), await table.getTabStops()]).toEqual([true, ['2:0']]);
    expect(words()).not.toContain('Loading');
    await table.open(1);
    const before = asked.length;
    await jest.advanceTimersByTimeAsync(20_000);
    expect(asked).toHaveLength(before);
    jest.useRealTimers();
  });

  it('lets one drain after a question, and shows how it is then', async () => {
    let topology = busy;
    const { table, press, dialog, said, asked, settle } = await aPage((method) => {
      const state = method === 'POST' ? 'draining' : 'ready';
      if (method !== 'GET') topology = { ...busy, processes: [aProcess('gateway', { state })] };
      return method === 'GET' ? topology : {};
    });
    await table.open(1);
    await (await dialog()).press('Drain');
    expect(await (await dialog(2)).getTitle()).toBe('Drain: gateway · parley-1?');
    await (await dialog(2)).press('Drain');
    await settle();
    expect(asked).toContainEqual(['POST', 'admin/drain', { processId: 'gateway' }]);
    expect(said()).toEqual(['Draining: gateway · parley-1']);
    expect((await table.getRows())[0]).toContain('Draining');

    await table.open(0);
    await (await dialog()).press('Take work again');
    await (await dialog(2)).press('Take work again');
    await settle();
    expect(asked).toContainEqual(['DELETE', 'admin/drain/gateway', {}]);
    await press('Refresh');
    expect((await table.getRows())[0]).toContain('Ready');
  });

  it('says why the last one cannot drain, and offers nothing about one that is lost', async () => {
    const conflict = new RequestProblem('conflict', 409, { field: 'processId' });
    const { table, dialog, words, press } = await aPage((method) =>
      method === 'GET' ? busy : conflict,
    );
    await table.open(1);
    await (await dialog()).press('Drain');
    await (await dialog(2)).press('Drain');
    expect(await (await dialog()).getTitle()).toBe('gateway · parley-1');
    expect(words()).toContain('It is the last of its kind at work.');
    await press(/^Close/);
    await table.open(0);
    await dialog();
    expect(document.querySelector('ui-dialog')!.textContent).not.toContain('Drain');
  });

  it('keeps what was there when no answer comes, and asks again when it is told so', async () => {
    const server = { isDown: false, topology: busy };
    const { table, press, words } = await aPage(() =>
      server.isDown ? new ConnectionLost() : server.topology,
    );
    server.isDown = true;
    await press('Refresh');
    expect(words()).toContain('No connection to the server. Try again.');
    expect(await table.getRows()).toHaveLength(2);
    server.isDown = false;
    server.topology = { processes: [aProcess('server')], streams: [], queues: [], requests: [] };
    await press('Refresh');
    expect(await table.getRows()).toHaveLength(1);
    expect(words()).toContain('Nothing waits.');
    expect(words()).not.toContain('No connection');
  });
});
