import type { AuditEntry, UserId } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { FieldHarness, SelectHarness, TableHarness } from '@app/web-ui/testing';
import { aConsole, anAccount, type Answer } from '../testing/a-console';
import { AuditPage } from './audit-page';

const anEntry = (position: number, about: Partial<AuditEntry> = {}): AuditEntry => ({
  position,
  id: `E${position}`,
  at: '2026-03-02T12:00:00.000Z',
  action: 'user.role_changed',
  outcome: 'done',
  actor: { id: 'olga' as UserId, role: 'owner' },
  target: { kind: 'user', id: 'ada' },
  origin: { address: '10.0.0.7', userAgent: 'curl/8' },
  before: { role: 'member' },
  after: { role: 'admin' },
  previousHash: '0'.repeat(64),
  hash: 'f'.repeat(64),
  ...about,
});

const entries = [
  anEntry(3, {
    action: 'session.refused',
    outcome: 'refused',
    actor: { id: 'anonymous' as UserId },
  }),
  anEntry(2, { action: 'moon.landed', target: { kind: 'report', id: 'R1' } }),
  anEntry(1, { reason: 'Helps out' }),
];

const intact = { isIntact: true, checked: 3, head: { position: 3, hash: 'abc123' } };

function aServer(verdict: unknown = intact): Answer {
  return (_, path, { query }) => {
    if (path === 'users/lookup')
      return { items: query!['ids']!.split(',').map((one) => anAccount(one.toUpperCase())) };
    if (path === 'admin/audit/verify') return verdict;
    const items = path === 'admin/users' ? [anAccount('Adam'), anAccount('Ada')] : entries;
    return { items, page: { nextCursor: null } };
  };
}

async function aLog(answer = aServer(), query = '') {
  const page = await aConsole(AuditPage, answer, { path: 'admin/audit', query });
  const table = await page.root.getHarness(TableHarness);
  const field = (label: string) => page.root.getHarness(FieldHarness.with({ label }));
  /** What the list was asked for last. */
  const last = () => page.asked.findLast(([, path]) => path === 'admin/audit')?.[2];
  return { ...page, table, field, last };
}

describe('AuditPage', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what was done, by whom, to what; what it does not know, as it is written', async () => {
    const { table } = await aLog();
    expect(await table.getRows()).toEqual([
      [
        'Was refused at signing in',
        'Somebody unknown',
        'ADA ⁦@ada⁩',
        'Refused',
        '2 Mar 2026, 12:00',
      ],
      ['moon.landed', 'OLGA ⁦@olga⁩', 'Report R1', 'Done', '2 Mar 2026, 12:00'],
      ['Gave a role', 'OLGA ⁦@olga⁩', 'ADA ⁦@ada⁩', 'Done', '2 Mar 2026, 12:00'],
    ]);
  });

  it('asks what the address says, from the first moment of a day to the last of another', async () => {
    const { last } = await aLog(
      aServer(),
      '?actor=olga&action=user.renamed&from=2026-03-01&to=2026-03-02',
    );
    expect(last()).toEqual({
      actorId: 'olga',
      action: 'user.renamed',
      from: new Date('2026-03-01T00:00:00').toISOString(),
      to: new Date('2026-03-02T23:59:59.999').toISOString(),
    });
  });

  it('puts into the address what is chosen, and takes it out', async () => {
    const { root, url, settle, press } = await aLog();
    await (await root.getHarness(SelectHarness)).choose('Gave a role');
    await settle();
    expect(url()).toBe('/admin/audit?action=user.role_changed');
    await press('Show all again');
    await settle();
    expect(url()).toBe('/admin/audit');
  });

  it('takes a day once it is one, and says how one is written', async () => {
    const { field, url, settle } = await aLog();
    await (await field('From')).write('29.11.2026');
    expect(await (await field('From')).getError()).toBe('Write it as 2026-11-29.');
    await (await field('From')).write('2026-11-29');
    await settle();
    expect(url()).toBe('/admin/audit?from=2026-11-29');
  });

  it('shows what has changed, and leads to what is like it', async () => {
    const { table, dialog, words, url, settle } = await aLog();
    await table.open(2);
    const panel = await dialog();
    const said = (what: string) =>
      [...document.querySelectorAll(`ui-dialog :is(${what})`)].map((one) => one.textContent.trim());
    expect(said('tbody th, tbody td')).toEqual(['role', 'member', 'admin']);
    expect(said('dd')).toEqual(expect.arrayContaining(['Helps out', '10.0.0.7']));
    await panel.press('Everything done to this');
    await settle();
    expect(url()).toBe('/admin/audit?target=ada');
    expect(words()).toContain('Only about ADA');
  });

  it.each([
    ['Orchard', { name: 'Orchard' }],
    ['C1', new RequestProblem('not_found', 404, {})],
  ])('tells which chat it was done to: %s', async (name, chat) => {
    const entry = anEntry(1, { action: 'chat.changed', target: { kind: 'chat', id: 'C1' } });
    const answer: Answer = (method, path, options) => {
      if (path === 'admin/chats/C1') return chat;
      if (path === 'admin/audit') return { items: [entry], page: { nextCursor: null } };
      return aServer()(method, path, options);
    };
    const { table, dialog, settle } = await aLog(answer);
    await table.open(0);
    await dialog();
    await settle();
    const said = [...document.querySelectorAll('ui-dialog dd')].map((one) => one.textContent);
    expect(said).toContain(`Chat ${name}`);
  });

  it('says that nothing was changed', async () => {
    const { press, words } = await aLog();
    await press('Verify');
    expect(words()).toContain('Nothing was changed: 3 entries are as they were written.');
    expect(words()).toContain('to compare it later: abc123');
  });

  it.each([
    ['missing', 'Entry 2 is missing. The 1 entry before it is right.'],
    ['changed', 'Entry 2 is not what was written.'],
    ['replaced', 'Entry 2 was put in place of another one.'],
  ])('says which entry is %s', async (reason, said) => {
    const verdict = { ...intact, isIntact: false, checked: 1, fault: { position: 2, reason } };
    const { press, words } = await aLog(aServer(verdict));
    await press('Verify');
    expect(words()).toContain(said);
  });

  it('finds by whom, by the username', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    const { field, url } = await aLog();
    await (await field('By whom')).write('ada');
    await jest.advanceTimersByTimeAsync(250);
    expect(url()).toBe('/admin/audit?actor=ada');
    await (await field('By whom')).write('nobody');
    await jest.advanceTimersByTimeAsync(250);
    expect(await (await field('By whom')).getError()).toBe('Nobody has this username.');
    jest.useRealTimers();
  });
});
