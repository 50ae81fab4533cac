import type { Stats } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { BannerHarness, ChartHarness, SegmentsHarness } from '@app/web-ui/testing';
import { aConsole, type Answer } from '../testing/a-console';
import { DashboardPage } from './dashboard-page';

const someStats = (more: Partial<Stats> = {}): Stats => ({
  users: { total: 1042, active: 1040, suspended: 2, bots: 3 },
  chats: { directChats: 5, groups: 2, channels: 1, messages: 310 },
  storage: { bytes: 5_200_000, limitBytes: 10_000_000 },
  calls: { calls: 7 },
  away: [],
  days: [
    { day: '2026-01-30', users: 1041, messages: 12, storageBytes: 1_000_000 },
    { day: '2026-01-31', users: 1042, messages: 4, calls: 1, storageBytes: 5_200_000 },
  ],
  ...more,
});

async function aPage(answer: Answer = () => someStats(), query = '') {
  const page = await aConsole(DashboardPage, answer, { path: 'admin/dashboard', query });
  const charts = await page.root.getAllHarnesses(ChartHarness);
  return { ...page, charts };
}

describe('DashboardPage', () => {
  afterEach(() => document.body.replaceChildren());

  it('says how much there is now, as the language writes it', async () => {
    const { asked, words } = await aPage();
    expect(asked).toEqual([['GET', 'admin/stats', { days: '30' }]]);
    expect(words()).toContain('People1,0421,040 active, 2 suspended');
    expect(words()).toContain('Chats8Direct 5, groups 2, channels 1');
    expect(words()).toContain('Files5.2 MBof 10 MB');
  });

  it('draws what each day has brought, and says it', async () => {
    const { charts } = await aPage();
    expect(await Promise.all(charts.map((chart) => chart.getName()))).toEqual([
      'Messages a day: Today 4, at most 12.',
      'Calls a day: Today 1, at most 1.',
      'People: Now 1,042.',
      'Files: Now 5.2 MB.',
    ]);
    await charts[1]!.openTable();
    expect(await charts[1]!.getRows()).toEqual(['31 Jan 2026 1', '30 Jan 2026 Not counted']);
  });

  it('looks back as far as the address says, and puts what is chosen into it', async () => {
    const { asked, root, settle, url } = await aPage(undefined, '?period=week');
    expect(asked).toEqual([['GET', 'admin/stats', { days: '7' }]]);
    await (await root.getHarness(SegmentsHarness)).choose('A year');
    await settle();
    expect(url()).toBe('/admin/dashboard?period=year');
    expect(asked.at(-1)).toEqual(['GET', 'admin/stats', { days: '366' }]);
  });

  it('says what is missing, and shows the rest', async () => {
    const { storage: _, ...rest } = someStats({ away: ['storage'] });
    const { root, words } = await aPage(() => rest);
    expect(await (await root.getHarness(BannerHarness)).getText()).toBe(
      'Does not answer, and is missing here: Files.',
    );
    expect(words()).toContain('Messages310');
  });

  it('says why there is nothing', async () => {
    const { words, charts } = await aPage(() => new RequestProblem('forbidden', 403, {}));
    expect(charts).toEqual([]);
    expect(words()).toContain('You may not do this');
  });
});
