import type { FileId, Import, ImportId, UserId } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { FileFieldHarness, SelectHarness, TableHarness } from '@app/web-ui/testing';
import { aConsole, anAccount, type Answer } from '../testing/a-console';
import { ImportsPage } from './imports-page';

const anImport = (id: string, more: Partial<Import> = {}): Import => ({
  id: id as ImportId,
  source: 'slack',
  isTrial: false,
  state: 'done',
  fileId: 'file' as FileId,
  fileName: `${id}.zip`,
  createdBy: 'olga' as UserId,
  createdAt: '2026-03-02T12:00:00.000Z',
  endedAt: '2026-03-02T12:05:00.000Z',
  progress: { chats: 4, ofChats: 4 },
  counts: {
    ...{ matchedPeople: 2, placeholders: 1, chats: 4, messages: 51_204 },
    ...{ reactions: 3, files: 2 },
  },
  notes: [{ reason: 'placeholder', count: 1, examples: ['Cleo Cox (cleo)'] }],
  ...more,
});

const pending = anImport('B', { state: 'pending', endedAt: undefined });

/** What is kept, and what is refused. */
function aServer(kept: readonly Import[], refusal?: Error) {
  const server = { items: kept };
  const answer: Answer = (method, path) => {
    if (path === 'users/lookup')
      return { items: [anAccount('Olga Berg', { id: 'olga' as UserId })] };
    if (method === 'GET') return { items: server.items };
    if (refusal) return refusal;
    if (method === 'POST') server.items = [pending, ...server.items];
    else server.items = server.items.filter(({ id }) => !path.endsWith(`/${id}`));
    return {};
  };
  return { server, answer };
}

async function aPage(kept: readonly Import[], refusal?: Error) {
  const { server, answer } = aServer(kept, refusal);
  const page = await aConsole(ImportsPage, answer, { path: 'admin/imports' });
  const table = await page.root.getHarness(TableHarness);
  const told = () => page.asked.filter(([method]) => method !== 'GET');
  return { ...page, server, table, told };
}

/** Drags something over the title of the dialog, and lets it go there. */
function drop(file: File, { isFolder = false } = {}): void {
  const webkitGetAsEntry = () => ({ isDirectory: isFolder });
  const items = [{ kind: 'file', getAsFile: () => file, webkitGetAsEntry }];
  for (const name of ['dragover', 'drop']) {
    const event = new Event(name, { bubbles: true, cancelable: true });
    const dataTransfer = { types: ['Files'], items, dropEffect: '' };
    document
      .querySelector('app-new-import-dialog h2')!
      .dispatchEvent(Object.assign(event, { dataTransfer }));
  }
}

describe('ImportsPage', () => {
  afterEach(() => document.body.replaceChildren());

  it('lists what came in, from where, and by whom', async () => {
    const { table } = await aPage([
      anImport('A'),
      anImport('T', { isTrial: true, source: 'mattermost', state: 'failed' }),
    ]);
    expect((await table.getRows()).map((cells) => cells.slice(1))).toEqual([
      ['Slack', 'Import', 'Done', '51,204', 'Olga Berg'],
      ['Mattermost', 'Trial', 'Failed', '51,204', 'Olga Berg'],
    ]);
  });

  it('says what there could be', async () => {
    expect((await aPage([])).words()).toContain('from Slack or Mattermost');
  });

  it('tells all of a trial, and brings it in when that is meant', async () => {
    const { table, dialog, words, told, said, settle } = await aPage([
      anImport('T', { isTrial: true }),
    ]);
    await table.open(0);
    const panel = await dialog();
    expect(words()).toContain('Nothing was written.');
    expect(words()).toContain('Cleo Cox (cleo)');
    // The name goes its own way, its bullet that of the page.
    const [example] = document.querySelectorAll('ui-dialog li');
    expect([example!.getAttribute('dir'), example!.querySelector('bdi')?.textContent]).toEqual([
      null,
      'Cleo Cox (cleo)',
    ]);
    await panel.press('Bring it in');
    await (await dialog(2)).press('Bring it in');
    await dialog(0);
    await settle();
    const order = { source: 'slack', fileId: 'file', isTrial: false, reason: undefined };
    expect(told()).toEqual([['POST', 'admin/imports', order]]);
    expect(said()).toEqual(['It is being brought in']);
    expect((await table.getRows())[0]![3]).toBe('Under way');
  });

  it.each([
    ['conflict', 'One is under way already.'],
    ['not_found', 'It is gone by now.'],
  ] as const)('says what is in the way: %s', async (code, why) => {
    const refusal = new RequestProblem(code, 409, {});
    const { table, dialog, words } = await aPage([anImport('T', { isTrial: true })], refusal);
    await table.open(0);
    await (await dialog()).press('Bring it in');
    await (await dialog(2)).press('Bring it in');
    await dialog(1);
    expect(words()).toContain(why);
  });

  it('tells what is wrong with a source, and where', async () => {
    const refusal = { reason: 'bad_json', file: 'plans/2017-07-14.json', line: 12 } as const;
    const { table, dialog, words } = await aPage([anImport('F', { state: 'failed', refusal })]);
    await table.open(0);
    const panel = await dialog();
    expect(words()).toContain('What stands here is no JSON.');
    expect(words()).toContain('plans/2017-07-14.json, line 12');
    expect(words()).not.toContain('Bring it in');
    await panel.press('Take off the list');
    await dialog(2);
    expect(words()).toContain('The audit log keeps that it was.');
  });

  it('stops one that is under way', async () => {
    const { table, dialog, told, said, settle } = await aPage([pending]);
    await table.open(0);
    await (await dialog()).press('Stop');
    await (await dialog(2)).press('Stop');
    await dialog(0);
    await settle();
    expect(told()).toEqual([['DELETE', 'admin/imports/B', { reason: undefined }]]);
    expect(said()).toEqual(['Stopped']);
  });

  it.each([
    ['done', 'The import is done'],
    ['failed', 'The import has failed'],
    ['stopped', 'Stopped'],
  ] as const)('says below the list how one has ended: %s', async (state, words) => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    const { server, table } = await aPage([pending]);
    const news = () => document.querySelector('.news')!.textContent;
    expect(news()).toBe('');
    server.items = [anImport('B', { state })];
    await jest.advanceTimersByTimeAsync(5000);
    expect(await table.getRows()).toHaveLength(1);
    expect(news()).toBe(words);
    jest.useRealTimers();
  });

  it('asks for a file before it uploads anything', async () => {
    const { press, dialog, words, told } = await aPage([]);
    await press('Bring in messages');
    await (await dialog()).press('Try it');
    expect(words()).toContain('Choose a file.');
    expect(told()).toEqual([]);
  });

  it('takes an export that is chosen, or dropped on the dialog, and nothing else', async () => {
    const { press, dialog, settle } = await aPage([]);
    await press('Bring in messages');
    const field = await (await dialog()).getHarness(FileFieldHarness);
    expect(await field.getWords()).toBe('Choose a file, or drop it here');
    await field.pick(new File(['x'.repeat(1200)], 'Slack.ZIP'));
    expect(await field.getWords()).toBe('Slack.ZIP · 1.2 kB');
    await field.pick(new File(['x'], 'holiday.png'));
    expect(await field.getError()).toBe('This is no export: its name ends in .zip or .jsonl.');
    expect(await field.getWords()).toBe('Slack.ZIP · 1.2 kB');
    drop(new File(['x'], 'mattermost.jsonl'));
    await settle();
    expect([await field.getWords(), await field.getError()]).toEqual([
      'mattermost.jsonl · 1 byte',
      null,
    ]);
    drop(new File([], 'folder.zip'), { isFolder: true });
    await settle();
    expect(await field.isInvalid()).toBe(true);
  });

  it('takes for one of Mattermost what Slack has none of, and keeps none that does not fit', async () => {
    const { press, dialog, settle } = await aPage([]);
    await press('Bring in messages');
    const asked = await dialog();
    const [field, source] = [
      await asked.getHarness(FileFieldHarness),
      await asked.getHarness(SelectHarness),
    ];
    expect(await source.getChosen()).toBe('Slack');
    drop(new File(['x'], 'export.zip'));
    await settle();
    expect(await source.getChosen()).toBe('Slack');
    drop(new File(['x'], 'Export.JSONL'));
    await settle();
    expect(await source.getChosen()).toBe('Mattermost');
    drop(new File(['x'], 'export.zip'));
    await settle();
    expect(await source.getChosen()).toBe('Mattermost');
    await source.choose('Slack');
    expect(await field.getWords()).toBe('export.zip · 1 byte');
    drop(new File(['x'], 'export.jsonl'));
    await settle();
    await source.choose('Slack');
    expect(await field.getWords()).toBe('Choose a file, or drop it here');
  });
});
