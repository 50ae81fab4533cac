import type { ChatId, MessageId, Report, ReportId, UserId } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import {
  ButtonHarness,
  FieldHarness,
  SegmentsHarness,
  SelectHarness,
  TableHarness,
} from '@app/web-ui/testing';
import { NOW } from '../../clock';
import { aConsole, anAccount, type Answer } from '../testing/a-console';
import { ReportsPage } from './reports-page';

const noon = '2026-03-02T12:00:00.000Z';
const id = (name: string) => name as UserId;

const ofMessage: Report = {
  id: 'R1' as ReportId,
  state: 'open',
  userId: id('bob'),
  message: {
    id: 'm1' as MessageId,
    chatId: 'c1' as ChatId,
    seq: 3,
    text: 'Buy gold',
    fileCount: 0,
    createdAt: noon,
  },
  complaints: [
    { userId: id('ada'), category: 'spam', comment: 'Again', createdAt: noon },
    { userId: id('cleo'), category: 'other', createdAt: noon },
  ],
  complaintCount: 4,
  createdAt: noon,
};
const ofPerson: Report = {
  id: 'R2' as ReportId,
  state: 'open',
  userId: id('bob'),
  complaints: [{ userId: id('ada'), category: 'harassment', createdAt: noon }],
  complaintCount: 1,
  createdAt: noon,
};

/** Two open reports; who handles one is Olga. */
function aServer(refusal?: Error): Answer {
  return (method, path, { query, body }) => {
    if (path === 'users/lookup')
      return { items: query!['ids']!.split(',').map((one) => anAccount(one.toUpperCase())) };
    if (method === 'GET') {
      const items = query?.['state'] === 'open' ? [ofMessage, ofPerson] : [];
      return { items, page: { nextCursor: null } };
    }
    const outcome = { ...body, by: 'olga', at: noon };
    return refusal ?? { ...ofMessage, state: 'closed', outcome };
  };
}

async function aQueue(answer = aServer(), role: 'owner' | 'moderator' = 'owner') {
  const providers = [{ provide: NOW, useValue: () => new Date('2026-03-02T15:30:00.000Z') }];
  const page = await aConsole(ReportsPage, answer, { path: 'admin/reports', role, providers });
  const table = await page.root.getHarness(TableHarness);
  const open = async (row: number) => {
    await table.open(row);
    return page.dialog();
  };
  return { ...page, table, open };
}

describe('ReportsPage', () => {
  afterEach(() => document.body.replaceChildren());

  it('lists what is open: of whom, what it says, and why', async () => {
    const { table } = await aQueue();
    expect((await table.getRows()).map((cells) => cells.slice(0, 3))).toEqual([
      ['Buy gold', 'BOB', 'Spam · Something else · by 4 people'],
      ['The person', 'BOB', 'Harassment · by 1 person'],
    ]);
  });

  it('asks for the closed ones, by the address', async () => {
    const { root, url, settle, words } = await aQueue();
    await (await root.getHarness(SegmentsHarness)).choose('Closed');
    await settle();
    expect([url(), words()]).toEqual([
      '/admin/reports?state=closed',
      expect.stringContaining('Nothing was closed yet'),
    ]);
  });

  it('shows the message as it was, and who says what of it', async () => {
    const { open, words } = await aQueue();
    expect(await (await open(0)).getTitle()).toBe('Message of BOB');
    expect(words()).toContain('Buy gold');
    expect(words()).toContain('ADA Spam · 3 hours ago Again');
    expect(words()).toContain('and 2 more people');
  });

  it('deletes the message once a reason is given, and shows at once what was done', async () => {
    const { asked, open, dialog, table, said, words } = await aQueue();
    await (await open(0)).press('Delete the message');
    const question = await dialog(2);
    expect(words()).toContain('It is gone for everyone, with its files');
    await question.press('Delete the message');
    expect(words()).toContain('Say why');
    await (await question.getHarness(FieldHarness)).write('Advertising');
    await question.press('Delete the message');
    const panel = await dialog();
    expect(asked.find(([method]) => method === 'POST')).toEqual([
      'POST',
      'admin/reports/R1/handle',
      { act: 'delete_message', reason: 'Advertising' },
    ]);
    expect((await table.getRows())[0]![4]).toBe('Message deleted by OLGA');
    expect([said(), words()]).toEqual([
      ['Message deleted'],
      expect.stringContaining('2 Mar 2026, 12:00 · Advertising'),
    ]);
    expect(await panel.getAllHarnesses(ButtonHarness)).toHaveLength(1);
  });

  it('offers what fits: no message to delete, nobody to suspend for who may not', async () => {
    const { open } = await aQueue(aServer(), 'moderator');
    const panel = await open(1);
    const buttons = await panel.getAllHarnesses(ButtonHarness);
    expect(await Promise.all(buttons.map((button) => button.getName()))).toEqual([
      'Close',
      'Dismiss',
      'Warn the person',
      'Mute the person',
    ]);
  });

  it('mutes the person for as long as is chosen, who reads the reason', async () => {
    const { asked, open, dialog, words } = await aQueue(aServer(), 'moderator');
    await (await open(0)).press('Mute the person');
    const question = await dialog(2);
    expect(words()).toContain('The person reads it');
    await (await question.getHarness(FieldHarness)).write('Calm down');
    await (await question.getHarness(SelectHarness)).choose('For a week');
    await question.press('Mute the person');
    await dialog();
    expect(asked.find(([method]) => method === 'POST')![2]).toEqual({
      act: 'mute',
      reason: 'Calm down',
      until: '2026-03-09T15:30:00.000Z',
    });
  });

  it('says that somebody else was first, and asks anew', async () => {
    const conflict = new RequestProblem('conflict', 409, { field: 'state' });
    const { asked, open, dialog, words } = await aQueue(aServer(conflict));
    const lists = () => asked.filter(([method, path]) => method + path === 'GETadmin/reports');
    await (await open(0)).press('Dismiss');
    const question = await dialog(2);
    await (await question.getHarness(FieldHarness)).write('Nothing in it');
    await question.press('Dismiss');
    await dialog();
    expect(words()).toContain('Somebody else has dealt with it meanwhile.');
    expect(lists()).toHaveLength(2);
  });
});
