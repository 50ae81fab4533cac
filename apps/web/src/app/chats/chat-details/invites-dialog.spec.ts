import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Invite } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { DIALOG, DialogHandle, Dialogs } from '@app/web-ui';
import { ButtonHarness, ListRowHarness, SelectHarness } from '@app/web-ui/testing';
import { mira } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { InvitesDialog } from './invites-dialog';

const invite = (code: string, about: Partial<Invite> = {}): Invite =>
  ({
    code,
    chatId: 'c1',
    createdBy: mira.id,
    createdAt: '2026-03-02T10:00:00.000Z',
    expiresAt: '2026-03-09T10:00:00.000Z',
    uses: 0,
    ...about,
  }) as Invite;

async function aDialog(answer: unknown, means = true) {
  const store = new FakeChatStore();
  store.answer = answer;
  TestBed.configureTestingModule({
    providers: [
      provideFakes(store),
      { provide: LOCALE_ID, useValue: 'en-GB' },
      { provide: DIALOG, useValue: new DialogHandle('c1', 'title', () => undefined) },
      { provide: Dialogs, useValue: { open: () => Promise.resolve(means || undefined) } },
    ],
  });
  const fixture = TestBed.createComponent(InvitesDialog);
  const loader = TestbedHarnessEnvironment.loader(fixture);
  await fixture.whenStable();
  const rows = async () =>
    Promise.all(
      (await loader.getAllHarnesses(ListRowHarness)).map(async (row) => [
        await row.getTitle(),
        await row.getLine(),
      ]),
    );
  const press = async (name: string) =>
    (await loader.getHarness(ButtonHarness.with({ name }))).click();
  const choose = async (label: string, option: string) =>
    (await loader.getHarness(SelectHarness.with({ label }))).choose(option);
  const words = () => (fixture.nativeElement as HTMLElement).textContent;
  return { store, rows, press, choose, words };
}

describe('InvitesDialog', () => {
  it('lists what works, the newest first: who made it, how far it is used up, its end', async () => {
    const { rows } = await aDialog([
      invite('OLD', { uses: 1 }),
      invite('NEW', { createdAt: '2026-03-02T11:00:00.000Z', uses: 2, maxUses: 5 }),
    ]);
    const [first, second] = await rows();
    expect(first?.[0]).toBe('NEW');
    expect(first?.[1]).toMatch(/^By Mira Okafor · 2 of 5 used · until 9 Mar 2026/);
    expect([second?.[0], second?.[1]]).toEqual(['OLD', expect.stringContaining('used once')]);
  });

  it('makes one as it is wished for', async () => {
    const { store, choose, press } = await aDialog([]);
    await choose('Holds for', 'A day');
    await choose('May be used by', 'One person');
    await press('Make a new link');
    expect(store.callsOf('createInvite')).toEqual([['c1', { expiresIn: 86_400, maxUses: 1 }]]);
  });

  it('makes one without a limit unless one is chosen', async () => {
    const { store, press } = await aDialog([]);
    await press('Make a new link');
    expect(store.callsOf('createInvite')).toEqual([['c1', { expiresIn: 604_800 }]]);
  });

  it('revokes one, once that is confirmed', async () => {
    const { store, press } = await aDialog([invite('OLD')]);
    await press('Revoke the link OLD');
    expect(store.callsOf('revokeInvite')).toEqual([['c1', 'OLD']]);
  });

  it('revokes none if it is not', async () => {
    const { store, press } = await aDialog([invite('OLD')], false);
    await press('Revoke the link OLD');
    expect(store.callsOf('revokeInvite')).toEqual([]);
  });

  it('says where there is none, and why there is no answer', async () => {
    expect((await aDialog([])).words()).toContain('No link works at present.');
    TestBed.resetTestingModule();
    const { words } = await aDialog(new RequestProblem('forbidden', 403, {}));
    expect(words()).toContain('You may not do this here.');
  });
});
