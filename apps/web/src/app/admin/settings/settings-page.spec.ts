import { unsetSettings, type SettingsPatch, type SettingsState } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { ChoicesHarness, FieldHarness, SelectHarness } from '@app/web-ui/testing';
import { aConsole, type Answer } from '../testing/a-console';
import { SettingsPage } from './settings-page';

const server = {
  name: 'Acme',
  editWindow: 86_400,
  deleteWindow: 172_800,
  maxFileBytes: 100_000_000,
  userQuotaBytes: null,
};

/** A server on which something is set, and may be set by others, too. */
function aServer(set: Partial<SettingsState['settings']> = {}) {
  let state: SettingsState = { version: 3, settings: { ...unsetSettings, ...set }, server };
  const change = (settings: Partial<SettingsState['settings']>) => {
    const { version } = state;
    state = { ...state, version: version + 1, settings: { ...state.settings, ...settings } };
    return state;
  };
  const answer: Answer = (method, _, { body }) => {
    if (method === 'GET') return state;
    const { version, settings } = body as SettingsPatch;
    if (version !== state.version)
      return new RequestProblem('precondition_failed', 412, { version: state.version });
    return change(settings);
  };
  return { answer, change };
}

async function aPage(answer: Answer = aServer().answer) {
  const page = await aConsole(SettingsPage, answer, { path: 'admin/settings' });
  const field = (label: string) => page.root.getHarness(FieldHarness.with({ label }));
  const select = (label: string) => page.root.getHarness(SelectHarness.with({ label }));
  const patches = () => page.asked.filter(([method]) => method === 'PATCH').map(([, , b]) => b);
  return { ...page, field, select, patches };
}

describe('SettingsPage', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows what is set, and what the server does where nothing is', async () => {
    const { field, select, root } = await aPage(
      aServer({ name: 'Nordlys', editWindow: 7200, maxFileBytes: 2_500_000 }).answer,
    );
    expect(await (await field('Name of the workspace')).getValue()).toBe('Nordlys');
    expect(await (await field('Largest file, MB')).getValue()).toBe('2.5');
    expect(await (await field('Files of one person, MB')).getHint()).toContain('without limit');
    expect(await (await select('How long authors edit')).getChosen()).toBe('2 hours');
    const windows = await select('How long authors delete for everyone');
    expect(await windows.getChosen()).toBe('As the server: 2 days');
    expect(await (await root.getHarness(ChoicesHarness)).getChosen()).toBe('Everybody');
  });

  it('sends what was changed, with the version that was seen, and why', async () => {
    const { field, select, root, press, patches, words } = await aPage();
    await (await root.getHarness(ChoicesHarness)).choose('Only who is invited');
    await (await select('Who makes channels')).choose('Admins');
    await (await field('Largest file, MB')).write('20');
    await (await field('Why')).write('Too many newcomers');
    await press('Save');
    expect(patches()).toEqual([
      {
        version: 3,
        settings: { registration: 'invitation', channelsBy: 'admins', maxFileBytes: 20_000_000 },
        reason: 'Too many newcomers',
      },
    ]);
    expect(words()).toContain('Saved. It holds everywhere from now on.');
    await press('Save');
    expect(patches()).toHaveLength(1);
    expect(words()).toContain('Nothing is changed.');
  });

  it('takes a setting back to what the server does', async () => {
    const { field, press, patches } = await aPage(aServer({ name: 'Nordlys' }).answer);
    await (await field('Name of the workspace')).write('');
    await press('Save');
    expect(patches()).toEqual([{ version: 3, settings: { name: null } }]);
  });

  it.each([
    ['150', 'This server takes 100 MB at most.'],
    ['much', 'Enter a number above 0, or nothing.'],
    ['0', 'Enter a number above 0, or nothing.'],
  ])('refuses a file of %s MB beside its field', async (written, error) => {
    const { field, press, patches } = await aPage();
    await (await field('Largest file, MB')).write(written);
    await press('Save');
    expect(await (await field('Largest file, MB')).getError()).toBe(error);
    expect(patches()).toEqual([]);
  });

  it.each(['2.5', '2,5', '٢٫٥', '۲٫۵'])('reads a size as people write it: %s', async (written) => {
    const { field, press, patches } = await aPage();
    await (await field('Largest file, MB')).write(written);
    await press('Save');
    expect(patches()).toEqual([{ version: 3, settings: { maxFileBytes: 2_500_000 } }]);
  });

  it('shows what somebody else has set meanwhile, and saves nothing over it', async () => {
    const { answer, change } = aServer();
    const { field, press, words, settle } = await aPage(answer);
    await (await field('Name of the workspace')).write('Mine');
    change({ name: 'Theirs' });
    await press('Save');
    await settle();
    expect(words()).toContain('Somebody else has changed the settings meanwhile.');
    expect(await (await field('Name of the workspace')).getValue()).toBe('Theirs');
  });
});
