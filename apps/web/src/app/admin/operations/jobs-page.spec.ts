import type { Job, JobState } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { SegmentsHarness, SelectHarness, TableHarness } from '@app/web-ui/testing';
import { aConsole, type Answer } from '../testing/a-console';
import { JobsPage } from './jobs-page';

const aJob = (key: string, state: JobState): Job => ({
  id: key,
  kind: 'files.make-preview',
  key,
  state,
  at: '2026-03-02T12:00:00.000Z',
  attempts: state === 'failed' ? 3 : 0,
  error: state === 'failed' ? 'Error: no disk' : '',
});

/** A job of each state, and what is refused. */
function aServer(refusal?: Error): Answer {
  const gone = new Set<string>();
  return (method, path, { query }) => {
    if (path === 'admin/jobs/kinds')
      return { items: [{ kind: 'chats.purge' }, { kind: 'files.make-preview' }] };
    if (method === 'GET') {
      const state = query!['state'] as JobState;
      const items = [aJob(`${state}-1`, state)].filter(({ id }) => !gone.has(id));
      return { items, page: { nextCursor: null } };
    }
    if (refusal) return refusal;
    gone.add(path.split('/')[2]!);
    return {};
  };
}

async function aPage(answer = aServer(), query = '') {
  const page = await aConsole(JobsPage, answer, { path: 'admin/jobs', query });
  const table = await page.root.getHarness(TableHarness);
  const told = () => page.asked.filter(([method]) => method !== 'GET');
  return { ...page, table, told };
}

describe('JobsPage', () => {
  afterEach(() => document.body.replaceChildren());

  it('lists what has failed first, and why', async () => {
    const { table } = await aPage();
    expect(await table.getRows()).toEqual([
      ['files.make-preview', 'failed-1', expect.any(String), '3', 'Error: no disk'],
    ]);
    expect(await table.getColumns()).toContain('Given up');
  });

  it('shows another state and one kind, which stand in the address', async () => {
    const { root, table, url, settle } = await aPage();
    await (await root.getHarness(SegmentsHarness)).choose('Delayed');
    await (await root.getHarness(SelectHarness)).choose('files.make-preview');
    await settle();
    expect(url()).toBe('/admin/jobs?state=delayed&kind=files.make-preview');
    expect((await table.getRows()).map(([, key]) => key)).toEqual(['delayed-1']);
    expect(await table.getColumns()).toContain('Not before');
  });

  it('tries one again, after a question, and shows that it is gone', async () => {
    const { table, dialog, told, said, words, settle } = await aPage();
    await table.open(0);
    await (await dialog()).press('Try again');
    expect(await (await dialog(2)).getTitle()).toBe('Try again: failed-1?');
    await (await dialog(2)).press('Try again');
    await settle();
    expect(told()).toEqual([['POST', 'admin/jobs/failed-1/retry', {}]]);
    expect(said()).toEqual(['To be tried again: failed-1']);
    expect(words()).toContain('No job is like that');
  });

  it('takes one out that waits, and leaves one alone that runs', async () => {
    const waiting = await aPage(aServer(), '?state=waiting');
    await waiting.table.open(0);
    await (await waiting.dialog()).press('Remove');
    await (await waiting.dialog(2)).press('Remove');
    await waiting.settle();
    expect(waiting.told()).toEqual([['DELETE', 'admin/jobs/waiting-1', {}]]);
  });

  it('offers nothing for one that runs', async () => {
    const { table, dialog, words } = await aPage(aServer(), '?state=running');
    await table.open(0);
    await dialog();
    expect(words()).not.toContain('Remove');
    expect(words()).not.toContain('Try again');
  });

  it('says that one has gone on meanwhile', async () => {
    const refusal = new RequestProblem('not_found', 404, {});
    const { table, dialog, words, asked, settle } = await aPage(aServer(refusal));
    await table.open(0);
    await (await dialog()).press('Try again');
    await (await dialog(2)).press('Try again');
    await settle();
    expect(words()).toContain('It has gone on meanwhile. Look again.');
    expect(asked.filter(([, path]) => path === 'admin/jobs')).toHaveLength(2);
  });
});
