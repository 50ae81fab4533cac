import type { WorkspaceRole } from '@app/contracts';
import { ConnectionLost, RequestProblem } from '@app/web-session';
import { ButtonHarness, CheckboxHarness, FieldHarness } from '@app/web-ui/testing';
import { aConsole, type Answer } from '../../admin/testing/a-console';
import { TokensSection } from './tokens-section';

const aToken = (name: string, more: object = {}) => ({
  id: name.toLowerCase(),
  name,
  scopes: ['messages:write'],
  createdAt: '2026-03-02T12:00:00.000Z',
  ...more,
});

/** Somebody's tokens; `refusal`: of all that is not asked for alone. */
async function aSection(refusal?: Error, role: WorkspaceRole = 'member') {
  let tokens = [aToken('Nightly', { lastUsedAt: '2026-03-01T12:00:00.000Z' })];
  const answer: Answer = (method, path, { body }) => {
    if (method === 'GET') return { items: tokens };
    if (refusal) return refusal;
    if (method === 'DELETE') {
      tokens = tokens.filter(({ id }) => !path.endsWith(id));
      return {};
    }
    tokens = [aToken((body as { name: string }).name), ...tokens];
    return { ...tokens[0], token: 'parley_1_secret' };
  };
  const page = await aConsole(TokensSection, answer, { path: 'settings/tokens', role });
  const told = () => page.asked.filter(([method]) => method !== 'GET');
  const boxes = async () =>
    Promise.all((await page.root.getAllHarnesses(CheckboxHarness)).map((box) => box.getName()));
  return { ...page, told, boxes };
}

describe('TokensSection', () => {
  afterEach(() => document.body.replaceChildren());

  it('makes a token of mine for what is chosen, and shows it once', async () => {
    const { root, press, told, words } = await aSection();
    await (await root.getHarness(FieldHarness)).write('Report');
    await (await root.getHarness(CheckboxHarness.with({ name: 'Read messages' }))).toggle();
    await press('Make the token');
    const expiresAt = expect.any(String) as string;
    const made = { name: 'Report', scopes: ['messages:read'], expiresAt };
    expect(told()).toEqual([['POST', 'users/me/tokens', made]]);
    await root.getAllHarnesses(ButtonHarness);
    expect(words()).toContain('parley_1_secret');
    expect(document.activeElement?.textContent.trim()).toBe('Copy');
  });

  it('says when one was last used before it ends', async () => {
    const { press, dialog, told, words } = await aSection();
    await press('Revoke: Nightly');
    const question = await dialog();
    expect(words()).toMatch(/There is no way back: .* Last used: /);
    await question.press('Revoke');
    await dialog(0);
    expect(told()).toEqual([['DELETE', 'users/me/tokens/nightly', undefined]]);
    expect(words()).toContain('You have no token.');
  });

  it.each([
    ['member', false],
    ['moderator', true],
  ] as const)('offers what administrators do to who is one: %s', async (role, isOffered) => {
    const { boxes } = await aSection(undefined, role);
    expect((await boxes()).includes('Do what administrators do')).toBe(isOffered);
  });

  it('says that there are too many, and leaves what was filled in', async () => {
    const full = new RequestProblem('conflict', 409, { field: 'tokens' });
    const { root, press, words } = await aSection(full);
    const name = await root.getHarness(FieldHarness);
    await name.write('Report');
    await (await root.getHarness(CheckboxHarness.with({ name: 'Search' }))).toggle();
    await press('Make the token');
    expect(words()).toContain('There are as many tokens as there may be.');
    expect(await name.getValue()).toBe('Report');
  });

  it('asks again for what it did not get', async () => {
    const lost = () => new ConnectionLost();
    const page = await aConsole(TokensSection, lost, { path: 'settings/tokens' });
    const again = ButtonHarness.with({ name: 'Try again' });
    let button = await page.root.getHarnessOrNull(again);
    while (!button) button = await page.root.getHarnessOrNull(again);
    await button.click();
    expect(page.asked).toHaveLength(2);
  });
});
