import type { Backup, BackupId, ContentHash, UserId } from '@app/contracts';
import { ConnectionLost, RequestProblem } from '@app/web-session';
import { TableHarness } from '@app/web-ui/testing';
import { aConsole, anAccount, type Answer } from '../testing/a-console';
import { BackupsPage } from './backups-page';

const aBackup = (id: string, more: Partial<Backup> = {}): Backup => ({
  id: id as BackupId,
  state: 'ready',
  createdBy: 'olga' as UserId,
  createdAt: '2026-03-02T12:00:00.000Z',
  endedAt: '2026-03-02T12:05:00.000Z',
  archive: {
    name: `${id}.parley`,
    size: 2_500_000,
    sha256: 'ab'.repeat(32) as ContentHash,
    isEncrypted: true,
  },
  ...more,
});

const pending = aBackup('B', { state: 'pending', endedAt: undefined, archive: undefined });
const open = { ...aBackup('C').archive!, isEncrypted: false };

/** What is kept, and what is refused. */
function aServer(kept: readonly Backup[], refusal?: Error, willEncrypt = true) {
  const server = { items: kept, willEncrypt };
  const answer: Answer = (method, path) => {
    if (path === 'users/lookup')
      return { items: [anAccount('Olga Berg', { id: 'olga' as UserId })] };
    if (method === 'GET') return { ...server };
    if (refusal) return refusal;
    if (method === 'POST') server.items = [pending, ...server.items];
    else server.items = server.items.filter(({ id }) => !path.endsWith(`/${id}`));
    return {};
  };
  return { server, answer };
}

async function aPage(kept: readonly Backup[], refusal?: Error, willEncrypt = true) {
  const { server, answer } = aServer(kept, refusal, willEncrypt);
  const page = await aConsole(BackupsPage, answer, { path: 'admin/backups' });
  const table = await page.root.getHarness(TableHarness);
  const told = () => page.asked.filter(([method]) => method !== 'GET');
  /** What is said below the list of what has begun or ended. */
  const news = () => document.querySelector('.news')!.textContent;
  return { ...page, server, table, told, news };
}

describe('BackupsPage', () => {
  afterEach(() => document.body.replaceChildren());

  it('lists what there is: how large, how safe, and by whom', async () => {
    const { table } = await aPage([
      aBackup('A', { label: 'Before the move' }),
      aBackup('C', { archive: open, state: 'missing' }),
      aBackup('D', { archive: undefined, state: 'failed', error: 'no space' }),
    ]);
    expect((await table.getRows()).map((cells) => cells.slice(1))).toEqual([
      ['Ready', '2.5 MB', 'Encrypted', 'Olga Berg'],
      ['File is gone', '2.5 MB', 'Not encrypted', 'Olga Berg'],
      ['Failed', '', '', 'Olga Berg'],
    ]);
    expect((await table.getFirstCells())[0]).toContain('Before the move');
  });

  it('says where the first one would go', async () => {
    const { words } = await aPage([]);
    expect(words()).toContain('the folder of the server that PARLEY_BACKUP_DIR names');
  });

  it('has one made once it was said where it goes and what is in it', async () => {
    const { press, dialog, words, told, news, table, settle } = await aPage([]);
    await press('Make a backup');
    const question = await dialog();
    expect(words()).toContain('and the keys that keep people signed in');
    expect(words()).toContain('It will be encrypted, by the PARLEY_BACKUP_PASSPHRASE');
    await question.press('Make a backup');
    await settle();
    expect(told()).toEqual([['POST', 'admin/backups', {}]]);
    expect([(await table.getRows())[0]![1], news()]).toEqual([
      'Being made',
      'A backup is being made',
    ]);
  });

  it('says before one is made that whoever reads the folder will read it', async () => {
    const { press, dialog, words } = await aPage([], undefined, false);
    await press('Make a backup');
    await dialog();
    expect(words()).toContain(
      'It will not be encrypted: whoever reads the folder reads all of it.',
    );
  });

  it('says that one is being made already, and shows it', async () => {
    const conflict = new RequestProblem('conflict', 409, { field: 'state' });
    const { press, dialog, words, settle } = await aPage([pending], conflict);
    await press('Make a backup');
    await (await dialog()).press('Make a backup');
    await settle();
    expect(words()).toContain('One is being made already. Wait until it is done.');
  });

  it.each([
    ['ready', 'The backup is ready'],
    ['failed', 'The backup has failed'],
  ] as const)('follows one that is being made until it is %s', async (state, words) => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    const { server, table, news, asked } = await aPage([pending]);
    await jest.advanceTimersByTimeAsync(5000);
    expect(news()).toBe('');
    server.items = [aBackup('B', { state })];
    await jest.advanceTimersByTimeAsync(5000);
    expect((await table.getRows())[0]![1]).toBe(state === 'ready' ? 'Ready' : 'Failed');
    expect(news()).toBe(words);
    const before = asked.length;
    await jest.advanceTimersByTimeAsync(20_000);
    expect(asked).toHaveLength(before);
    jest.useRealTimers();
  });

  it('tells all of one, and why it failed', async () => {
    const { table, dialog, words } = await aPage([
      aBackup('C', { archive: open }),
      aBackup('D', { archive: undefined, state: 'failed', error: 'no space left' }),
    ]);
    await table.open(0);
    const panel = await dialog();
    expect(words()).toContain('C.parley');
    expect(words()).toContain('Whoever reads the folder reads all of it.');
    await panel.pressEscape();
    await dialog(0);
    await table.open(1);
    await dialog();
    expect(words()).toContain('no space left');
  });

  it('removes one when it is meant', async () => {
    const { table, dialog, told, said, settle } = await aPage([aBackup('A')]);
    await table.open(0);
    await (await dialog()).press('Remove');
    await (await dialog(2)).press('Remove');
    await dialog(0);
    await settle();
    expect(told()).toEqual([['DELETE', 'admin/backups/A', { reason: undefined }]]);
    expect([await table.getRows(), said()]).toEqual([[], ['Removed']]);
  });

  it('offers no end of one that is being made, and says that one has gone', async () => {
    const gone = new RequestProblem('not_found', 404, {});
    const { table, dialog, words } = await aPage([pending, aBackup('A')], gone);
    await table.open(0);
    const first = await dialog();
    expect(words()).not.toContain('Remove');
    await first.pressEscape();
    await dialog(0);
    await table.open(1);
    await (await dialog()).press('Remove');
    await (await dialog(2)).press('Remove');
    await dialog(1);
    expect(words()).toContain('It is gone by now, or is being made.');
  });

  it('says why there is no list', async () => {
    const page = await aConsole(BackupsPage, () => new ConnectionLost(), { path: 'admin/backups' });
    expect(page.words()).toContain('No connection to the server. Try again.');
    expect(page.words()).not.toContain('No backup was made here yet');
  });
});
