import type { Token, TokenId } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { ButtonHarness, CheckboxHarness, FieldHarness, TableHarness } from '@app/web-ui/testing';
import { aConsole, anAccount, type Answer } from '../testing/a-console';
import { BotsPage } from './bots-page';

const aToken = (name: string): Token => ({
  id: name.toLowerCase() as TokenId,
  name,
  scopes: ['messages:write'],
  createdAt: '2026-03-02T12:00:00.000Z',
});

/** A server with one bot, that has one token. */
function aServer(refusal?: Error): Answer {
  const bots = [
    anAccount('Builds', { role: 'bot', email: '', isWebhook: true }),
    anAccount('Deploys', { role: 'bot', email: '' }),
  ];
  let tokens = [aToken('Production')];
  return (method, path, { body }) => {
    if (method === 'GET' && path === 'admin/users')
      return { items: bots, page: { nextCursor: null } };
    if (method === 'GET') return { items: tokens };
    if (refusal) return refusal;
    if (method === 'DELETE') {
      tokens = tokens.filter(({ id }) => !path.endsWith(id));
      return {};
    }
    const { name } = body as { name: string };
    if (path === 'admin/bots') {
      bots.push(anAccount(name, { role: 'bot', email: '' }));
      return bots.at(-1);
    }
    tokens.push(aToken(name));
    return { ...aToken(name), token: 'parley_1_secret' };
  };
}

async function aPage(answer = aServer()) {
  const page = await aConsole(BotsPage, answer, { path: 'admin/bots' });
  const table = await page.root.getHarness(TableHarness);
  const told = () => page.asked.filter(([method]) => method !== 'GET');
  return { ...page, table, told };
}

describe('BotsPage', () => {
  afterEach(() => document.body.replaceChildren());

  it('makes a bot, and goes on to its tokens', async () => {
    const { press, dialog, told, table, settle } = await aPage();
    await press('Make a bot');
    const [name, username] = await (await dialog()).getAllHarnesses(FieldHarness);
    await name!.write('Weather');
    await username!.write('the weather');
    await (await dialog()).press('Make a bot');
    expect(told()).toEqual([]);
    expect(await username!.getError()).toBe('Letters, digits, dots, dashes; 32 at most.');
    await username!.write('weather');
    await (await dialog()).press('Make a bot');
    await settle();
    expect(told()).toEqual([['POST', 'admin/bots', { name: 'Weather', username: 'weather' }]]);
    expect(await table.getFirstCells()).toEqual([
      expect.stringContaining('Deploys'),
      expect.stringContaining('Weather'),
    ]);
    expect(await (await dialog()).getTitle()).toBe('Weather');
  });

  it('says that a username is taken, beside it', async () => {
    const taken = new RequestProblem('conflict', 409, { field: 'username' });
    const { press, dialog } = await aPage(aServer(taken));
    await press('Make a bot');
    const [name, username] = await (await dialog()).getAllHarnesses(FieldHarness);
    await name!.write('Ada');
    await username!.write('ada');
    await (await dialog()).press('Make a bot');
    expect(await username!.getError()).toBe('Somebody has this username.');
  });

  it('makes a token for what is chosen, and shows it once', async () => {
    const { table, dialog, told, words } = await aPage();
    await table.open(0);
    const panel = await dialog();
    await panel.press('Make the token');
    expect([told(), words()]).toEqual([[], expect.stringContaining('Choose one thing at least.')]);
    await (await panel.getHarness(FieldHarness)).write('Night');
    const send = CheckboxHarness.with({ name: 'Send, edit and delete messages' });
    await (await panel.getHarness(send)).toggle();
    await panel.press('Make the token');
    expect(told()).toEqual([
      [
        'POST',
        'admin/bots/deploys/tokens',
        { name: 'Night', scopes: ['messages:write'], expiresAt: expect.any(String) as string },
      ],
    ]);
    await panel.getAllHarnesses(ButtonHarness);
    expect(words()).toContain('parley_1_secret');
    await panel.press('Close');
    await dialog(0);
    await table.open(0);
    await dialog();
    expect(words()).not.toContain('parley_1_secret');
  });

  it('revokes a token when it is meant', async () => {
    const { table, dialog, told, words } = await aPage();
    await table.open(0);
    await (await dialog()).press('Revoke: Production');
    expect(words()).not.toContain('messages:write');
    const question = await dialog(2);
    expect(words()).toContain('It is refused at once, everywhere');
    expect(words()).toContain('its program needs another token. It was never used.');
    await question.press('Revoke');
    await dialog();
    expect(told()).toEqual([['DELETE', 'admin/bots/deploys/tokens/production', undefined]]);
    expect(words()).toContain('It has no token');
  });
});
