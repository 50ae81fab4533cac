import type { AnnouncementId, MadeAnnouncement, NewAnnouncement, UserId } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { FieldHarness, SelectHarness, TableHarness } from '@app/web-ui/testing';
import { SERVER_NOW } from '../../server-now';
import { aConsole, anAccount, type Answer } from '../testing/a-console';
import { AnnouncementsPage } from './announcements-page';

const aMade = (text: string, about: Partial<MadeAnnouncement> = {}): MadeAnnouncement => ({
  id: text.toLowerCase() as AnnouncementId,
  text,
  severity: 'warning',
  from: '2026-01-31T12:00:00.000Z',
  isDismissible: true,
  state: 'live',
  createdBy: 'olga' as UserId,
  createdAt: '2026-01-31T12:00:00.000Z',
  ...about,
});

function aServer(kept: MadeAnnouncement[], refusal?: Error): Answer {
  let items = kept;
  return (method, path, { body }) => {
    if (path === 'users/lookup') return { items: [anAccount('Olga')] };
    if (method === 'GET') return { items, page: { nextCursor: null } };
    if (refusal) return refusal;
    if (method === 'POST') {
      items = [aMade((body as NewAnnouncement).text), ...items];
      return items[0];
    }
    items = items.map((one) => ({ ...one, state: 'over' }));
    return {};
  };
}

async function aPage(kept: MadeAnnouncement[], refusal?: Error) {
  const now = () => new Date('2026-01-31T12:00:00.000Z');
  const page = await aConsole(AnnouncementsPage, aServer(kept, refusal), {
    path: 'admin/announcements',
    providers: [{ provide: SERVER_NOW, useValue: now }],
  });
  const table = await page.root.getHarness(TableHarness);
  const told = () => page.asked.filter(([method]) => method !== 'GET');
  return { ...page, table, told };
}

describe('AnnouncementsPage', () => {
  afterEach(() => document.body.replaceChildren());

  it('lists what was, is and will be said', async () => {
    const { table } = await aPage([
      aMade('Soon', { state: 'planned', until: '2026-02-01T12:00:00.000Z' }),
      aMade('Now'),
    ]);
    const rows = await table.getRows();
    expect(rows[0]!.slice(0, 3)).toEqual(['Soon', 'A warning', 'Planned']);
    expect(rows[1]!.slice(-2)).toEqual(['Not by itself', 'Olga']);
  });

  it('makes one that begins later and ends by itself', async () => {
    const { press, dialog, told, table, settle } = await aPage([]);
    await press('Make an announcement');
    const panel = await dialog();
    await panel.press('Announce');
    expect(told()).toEqual([]);
    const [text] = await panel.getAllHarnesses(FieldHarness);
    expect(await text!.getError()).toBe('Say something.');
    await text!.write('Maintenance');
    const choose = async (label: string, option: string) =>
      (await panel.getHarness(SelectHarness.with({ label }))).choose(option);
    await choose('How grave it is', 'Critical');
    await choose('Begins', 'In a day');
    await choose('Ends', 'After an hour');
    await panel.press('Announce');
    await settle();
    expect(told()).toEqual([
      [
        'POST',
        'admin/announcements',
        {
          text: 'Maintenance',
          severity: 'critical',
          isDismissible: true,
          from: '2026-02-01T12:00:00.000Z',
          until: '2026-02-01T13:00:00.000Z',
        },
      ],
    ]);
    expect(await table.getFirstCells()).toEqual(['Maintenance']);
  });

  it('says that there are too many', async () => {
    const full = new RequestProblem('conflict', 409, { field: 'announcements' });
    const { press, dialog, words } = await aPage([], full);
    await press('Make an announcement');
    const panel = await dialog();
    await (await panel.getAllHarnesses(FieldHarness))[0]!.write('One more');
    await panel.press('Announce');
    expect(words()).toContain('There are as many as there may be.');
  });

  it('takes one down when it is meant, and leaves what is over', async () => {
    const { table, dialog, told, words, settle } = await aPage([
      aMade('Now'),
      aMade('Old', { state: 'over' }),
    ]);
    await table.open(1);
    await settle();
    await dialog(0);
    await table.open(0);
    const question = await dialog();
    expect(await question.getTitle()).toBe('Take this announcement down?');
    expect(words()).toContain('down?NowIt goes from every page at once.');
    await question.press('Take down');
    await settle();
    expect(told()).toEqual([['DELETE', 'admin/announcements/now', { reason: undefined }]]);
    expect((await table.getRows())[0]![2]).toBe('Over');
  });
});
