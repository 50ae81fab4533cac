import type { AdminChat, AdminChatPatch, ChatId, UserId } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import {
  ButtonHarness,
  FieldHarness,
  ListRowHarness,
  SelectHarness,
  TableHarness,
} from '@app/web-ui/testing';
import { aRow, aUser, mira } from '../../chats/testing/builders';
import { FakeChatStore, provideFakes } from '../../chats/testing/fake-chat-store';
import { aConsole, type Answer } from '../testing/a-console';
import { ChatsPage } from './chats-page';

function aChat(name: string, more: Partial<AdminChat> = {}): AdminChat {
  return {
    id: name.toLowerCase() as ChatId,
    type: 'group',
    name,
    topic: '',
    visibility: 'private',
    isArchived: false,
    memberCount: 3,
    messageCount: 20,
    createdAt: '2026-03-02T12:00:00.000Z',
    updatedAt: '2026-03-03T12:00:00.000Z',
    ...more,
  };
}

const all = () => [
  aChat('Crew'),
  aChat('News', { type: 'channel', slug: 'news', visibility: 'public' }),
  aChat('Old', { isArchived: true }),
  aChat('Gone', { deletedAt: '2026-03-04T12:00:00.000Z' }),
];
const ada = aUser({ id: 'ada', name: 'Ada Lindqvist' });

/** A server that knows four chats of Ada's, and does what it is told. */
function aServer(refuse: (path: string) => Error | undefined = () => undefined): Answer {
  const chats = new Map(all().map((chat) => [chat.id as string, chat]));
  return (method, path, { query, body }) => {
    if (path === 'users/lookup') return { items: [ada, mira] };
    const id = path.split('/')[2];
    if (id === undefined) {
      const items = [...chats.values()].filter(
        ({ type }) => !query?.['type'] || type === query['type'],
      );
      return { items, page: { nextCursor: null } };
    }
    const refused = method === 'GET' ? undefined : refuse(path);
    if (refused) return refused;
    const chat = { ownerId: ada.id, ...chats.get(id)! };
    const { reason: _, ...patch } = (body ?? {}) as AdminChatPatch;
    const deleted = method === 'DELETE' ? { deletedAt: '2026-03-05T12:00:00.000Z' } : {};
    chats.set(id, { ...chat, ...patch, ...deleted });
    return method === 'DELETE' ? {} : chats.get(id);
  };
}

async function aPage(answer = aServer(), query = '') {
  const store = new FakeChatStore();
  store.chats.set([aRow({ kind: 'direct', peer: mira })]);
  const providers = [provideFakes(store)];
  const page = await aConsole(ChatsPage, answer, { path: 'admin/chats', query, providers });
  const table = await page.root.getHarness(TableHarness);
  const states = async () => (await table.getRows()).map((cells) => cells[3]);
  const told = () => page.asked.filter(([method]) => method !== 'GET');
  const namesIn = async (selector: string) => {
    const found = await page.root.getAllHarnesses(ButtonHarness.with({ selector }));
    return Promise.all(found.map((button) => button.getName()));
  };
  return { ...page, table, states, told, namesIn };
}

/** The panel of one of them. */
async function aPanel(row: number, answer = aServer()) {
  const page = await aPage(answer);
  await page.table.open(row);
  const panel = await page.dialog();
  await page.settle();
  return { ...page, panel };
}

describe('ChatsPage', () => {
  afterEach(() => document.body.replaceChildren());

  it('lists groups and channels, with what they are', async () => {
    const { table } = await aPage();
    expect(await table.getColumns()).toEqual(['Chat', 'Kind', 'Members', 'State', 'Created']);
    const [crew, news, old, gone] = await table.getRows();
    expect(crew).toEqual(['Crew', 'Group', '3', 'Active', '2 Mar 2026']);
    expect(news!.slice(0, 2)).toEqual([expect.stringContaining('#news'), 'Channel']);
    expect([old![3], gone![3]]).toEqual(['Archived', 'Deleted']);
  });

  it('asks what the address says, and puts filters into it', async () => {
    const { asked, root, url, settle, table } = await aPage(aServer(), '?q=ne&state=active');
    expect(asked).toEqual([['GET', 'admin/chats', { q: 'ne', state: 'active' }]]);
    expect(await (await root.getHarness(FieldHarness)).getValue()).toBe('ne');
    await (await root.getHarness(SelectHarness.with({ label: 'Kind' }))).choose('Channel');
    await settle();
    expect(url()).toBe('/admin/chats?q=ne&state=active&type=channel');
    expect(asked.at(-1)).toEqual([
      'GET',
      'admin/chats',
      { q: 'ne', state: 'active', type: 'channel' },
    ]);
    expect(await table.getFirstCells()).toEqual([expect.stringContaining('News')]);
  });

  it('archives those that are chosen, after saying what will happen, and shows it at once', async () => {
    const { table, states, press, dialog, said, words, told } = await aPage();
    await table.chooseAll();
    await press('Archive');
    expect(await (await dialog()).getTitle()).toBe('Archive: 2 chats?');
    expect(words()).toContain('nobody writes until it is restored');
    expect(words()).toContain('is done already: Old and Gone.');
    await (await (await dialog()).getHarness(FieldHarness)).write('Over');
    await (await dialog()).press('Archive');
    expect(told()).toEqual([
      ['PATCH', 'admin/chats/crew', { isArchived: true, reason: 'Over' }],
      ['PATCH', 'admin/chats/news', { isArchived: true, reason: 'Over' }],
    ]);
    expect(await states()).toEqual(['Archived', 'Archived', 'Archived', 'Deleted']);
    expect([said(), await table.getChosen()]).toEqual([['Archived: 2 chats'], []]);
  });

  it('offers only what there is to do', async () => {
    const { namesIn, table } = await aPage();
    const offered = () => namesIn('.chosen > :enabled');
    expect(await offered()).toEqual([]);
    await table.choose(3);
    expect(await offered()).toEqual([]);
    await table.choose(2);
    expect(await offered()).toEqual(['Restore']);
    await table.choose(0);
    expect(await offered()).toEqual(['Archive', 'Restore']);
  });

  it('keeps chosen what it could not be done about, and says why', async () => {
    const refused = new RequestProblem('forbidden', 403, {});
    const page = await aPage(aServer((path) => (path.endsWith('/crew') ? refused : undefined)));
    const { table, states, press, dialog, words } = page;
    await table.choose(0);
    await table.choose(1);
    await press('Archive');
    await (await dialog()).press('Archive');
    expect(await states()).toEqual(['Active', 'Archived', 'Archived', 'Deleted']);
    expect([await table.getChosen(), words()]).toEqual([
      [0],
      expect.stringContaining('Crew: You may not do this here.'),
    ]);
  });

  it('says that there is none', async () => {
    const none = await aPage(() => ({ items: [], page: { nextCursor: null } }));
    expect(none.words()).toContain('No chat is like that');
  });

  it('says why there is no list', async () => {
    const { words } = await aPage(() => new RequestProblem('forbidden', 403, {}));
    expect(words()).toContain('You may not do this here.');
  });
});

/** A server that tells when it has named the heirs, whom the picker asks for once it is shown. */
function aServerOfHeirs(answer: Answer) {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const told: Answer = (method, path, options) => {
    if (!path.endsWith('/heirs')) return answer(method, path, options);
    // The answer is taken in before anything else happens.
    setTimeout(resolve, 0, undefined);
    return { items: [mira], page: { nextCursor: null } };
  };
  return { answer: told, hasAnswered: promise };
}

describe('ChatPanel', () => {
  afterEach(() => document.body.replaceChildren());

  it('tells whose it is, and who finds it', async () => {
    const { panel, words, namesIn } = await aPanel(1);
    expect(await panel.getTitle()).toBe('News');
    expect(words()).toContain('OwnerAda Lindqvist');
    expect(words()).toContain('Found byEverybody');
    expect(await namesIn('.deeds > *')).toEqual([
      'Archive',
      'Delete',
      'Hand over',
      'What was done to it',
    ]);
  });

  it('restores, and the list follows', async () => {
    const { panel, dialog, told, states } = await aPanel(2);
    await panel.press('Restore');
    await (await dialog(2)).press('Restore');
    expect(told()).toEqual([['PATCH', 'admin/chats/old', { isArchived: false }]]);
    expect((await states())[2]).toBe('Active');
  });

  it('hands over to who is picked, after saying what will happen', async () => {
    const { answer, hasAnswered } = aServerOfHeirs(aServer());
    const page = await aPanel(0, answer);
    const { panel, root, dialog, settle, asked, told, words, said } = page;
    await panel.press('Hand over');
    expect(await (await dialog(2)).getTitle()).toBe('Hand over: Crew');
    await hasAnswered;
    await settle();
    await (await root.getHarness(ListRowHarness.with({ title: 'Mira Okafor' }))).press();
    const question = await dialog(2);
    expect(await question.getTitle()).toBe('Hand Crew over to Mira Okafor?');
    await question.press('Hand over');
    await settle();
    expect(asked).toContainEqual(['GET', 'admin/chats/crew/heirs', {}]);
    expect(told()).toEqual([['PATCH', 'admin/chats/crew', { ownerId: 'mira' as UserId }]]);
    expect(words()).toContain('OwnerMira Okafor');
    expect(said()).toEqual(['Handed over to Mira Okafor: Crew']);
  });

  it('says that it was handed over to nobody who is not in it', async () => {
    const noHeir = new RequestProblem('conflict', 409, { field: 'ownerId' });
    const { answer, hasAnswered } = aServerOfHeirs(aServer(() => noHeir));
    const { panel, root, dialog, settle, words } = await aPanel(0, answer);
    await panel.press('Hand over');
    await dialog(2);
    await hasAnswered;
    await settle();
    await (await root.getHarness(ListRowHarness.with({ title: 'Mira Okafor' }))).press();
    await (await dialog(2)).press('Hand over');
    await settle();
    expect(words()).toContain('Only a member can own it');
    expect(words()).toContain('OwnerAda Lindqvist');
  });

  it('deletes with the reason, after saying what will happen, and offers nothing more', async () => {
    const { panel, dialog, told, words, states, namesIn } = await aPanel(0);
    await panel.press('Delete');
    const question = await dialog(2);
    expect(words()).toContain('There is no way back');
    await (await question.getHarness(FieldHarness)).write('Spam');
    await question.press('Delete');
    expect(told()).toEqual([['DELETE', 'admin/chats/crew', { reason: 'Spam' }]]);
    expect((await states())[0]).toBe('Deleted');
    expect(await namesIn('.deeds > *')).toEqual(['What was done to it']);
    // The button has gone, and the focus with it would be nowhere.
    expect(document.activeElement).not.toBe(document.body);
  });

  it('deletes nothing that is not meant', async () => {
    const { panel, dialog, told, states } = await aPanel(0);
    await panel.press('Delete');
    await (await dialog(2)).press('Cancel');
    expect([told(), (await states())[0]]).toEqual([[], 'Active']);
  });

  it('leads to what was done to it in the audit log', async () => {
    const { panel, url, settle } = await aPanel(0);
    await panel.press('What was done to it');
    await settle();
    expect(url()).toBe('/admin/audit?target=crew');
  });
});
