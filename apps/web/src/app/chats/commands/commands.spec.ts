import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, inject, type WritableSignal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { ConnectionLost, Session, UnsentMessages } from '@app/web-session';
import { Toasts } from '@app/web-ui';
import { DialogHarness, MenuHarness } from '@app/web-ui/testing';
import { ShellDialogs } from '../chat-shell/shell-dialogs';
import { ada, aRow } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { Commands, type CommandId } from './commands';

@Component({ template: '<button #gear (click)="dialogs.showMenu(gear)">Settings</button>' })
class Page {
  readonly dialogs = inject(ShellDialogs);
}

function aPage(store = new FakeChatStore()) {
  TestBed.configureTestingModule({
    providers: [provideFakes(store), provideRouter([{ path: '**', children: [] }])],
  });
  const fixture = TestBed.createComponent(Page);
  const root = TestbedHarnessEnvironment.documentRootLoader(fixture);
  const run = (id: CommandId) =>
    TestBed.inject(Commands)
      .all()
      .find((command) => command.id === id)
      ?.run();
  return { store, fixture, root, run };
}

describe('Commands', () => {
  it('offers to mark as read only what waits', () => {
    const { store, run } = aPage();
    const ids = () =>
      TestBed.inject(Commands)
        .all()
        .map(({ id }) => id);
    expect(ids()).not.toContain('mark-all-read');
    store.chats.set([aRow({ unread: 2 })]);
    expect(ids()).toContain('mark-all-read');
    void run('mark-all-read');
    expect(store.callsOf('markAllRead')).toEqual([[]]);
  });

  it('leads to the console whom it is for', () => {
    aPage();
    const ids = () =>
      TestBed.inject(Commands)
        .all()
        .map(({ id }) => id);
    const { user } = TestBed.inject(Session) as unknown as {
      readonly user: WritableSignal<unknown>;
    };
    user.set({ ...ada, role: 'member' });
    expect(ids()).not.toContain('console');
    user.set({ ...ada, role: 'admin' });
    expect(ids()).toContain('console');
  });

  it('offers to install the app when the browser does, and once', async () => {
    const { run } = aPage();
    const ids = () =>
      TestBed.inject(Commands)
        .all()
        .map(({ id }) => id);
    expect(ids()).not.toContain('install');
    let prompts = 0;
    const event = new Event('beforeinstallprompt', { cancelable: true });
    dispatchEvent(Object.assign(event, { prompt: () => Promise.resolve(++prompts) }));
    expect([event.defaultPrevented, ids().includes('install'), prompts]).toEqual([true, true, 0]);
    await run('install');
    expect([prompts, ids().includes('install')]).toEqual([1, false]);
  });

  it('changes the look, and says which one is in force', () => {
    const { run } = aPage();
    void run('theme-dark');
    expect(document.documentElement.dataset['theme']).toBe('dark');
    const chosen = TestBed.inject(Commands)
      .all()
      .filter(({ isChosen }) => isChosen);
    expect(chosen.map(({ id }) => id)).toEqual(['theme-dark']);
    void run('theme-system');
  });

  it('leads to the settings', async () => {
    const { run } = aPage();
    await run('settings');
    expect(TestBed.inject(Router).url).toBe('/settings');
  });

  it('asks before unsent messages are lost by signing out', async () => {
    const { root, fixture } = aPage();
    const lost: string[] = [];
    Object.assign(TestBed.inject(Session), {
      logOut: () => Promise.reject(new UnsentMessages(2)),
      logOutAnyway: () => Promise.resolve(lost.push('all')),
    });
    (fixture.nativeElement as HTMLElement).querySelector('button')!.click();
    await import('@app/web-ui');
    await fixture.whenStable();
    await (await root.getHarness(MenuHarness)).choose('Sign out');
    // Its code comes first: each look waits for what is under way.
    let dialog = await root.getHarnessOrNull(DialogHarness);
    while (!dialog) dialog = await root.getHarnessOrNull(DialogHarness);
    expect([await dialog.getTitle(), lost]).toEqual(['Sign out?', []]);
    await dialog.press('Sign out and lose them');
    await fixture.whenStable();
    expect(lost).toEqual(['all']);
  });

  it('looks for files that wait before it signs out', async () => {
    const { store, run } = aPage();
    const logOut = () => Promise.resolve(void store.calls.push(['logOut']));
    Object.assign(TestBed.inject(Session), { logOut });
    await run('sign-out');
    expect(store.calls).toEqual([['lookIntoTrays'], ['logOut']]);
  });

  it('says why one cannot sign out', async () => {
    const { run } = aPage();
    const logOut = () => Promise.reject(new ConnectionLost());
    Object.assign(TestBed.inject(Session), { logOut });
    await run('sign-out');
    expect(TestBed.inject(Toasts).shown()).toMatchObject([
      { text: 'No connection to the server. Try again.' },
    ]);
  });
});
