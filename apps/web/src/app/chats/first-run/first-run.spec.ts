import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ChatId, InviteCode } from '@app/contracts';
import { RequestProblem, Session } from '@app/web-session';
import { Commands } from '../commands/commands';
import { ada, aRow } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { FirstRun } from './first-run';
import { FirstRunMark } from './first-run-mark';

function provide(store: FakeChatStore, isNew: boolean): void {
  TestBed.configureTestingModule({
    providers: [provideFakes(store), provideRouter([{ path: '**', children: [] }])],
  });
  Object.assign(TestBed.inject(Session), { isNew: () => isNew });
}

async function aStart(prepare: (store: FakeChatStore) => void = () => undefined) {
  const store = new FakeChatStore();
  store.chats.set([
    aRow({ id: 'me' as ChatId, title: '', isSelf: true, kind: 'direct' }),
    aRow({ id: 'other' as ChatId, title: 'Incidents', slug: 'incidents', kind: 'channel' }),
    aRow({ id: 'general' as ChatId, title: 'General', slug: 'general', kind: 'channel' }),
  ]);
  prepare(store);
  provide(store, true);
  const copied: string[] = [];
  Object.assign(navigator, {
    clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
  });
  const fixture = TestBed.createComponent(FirstRun);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const deeds = () => [...page.querySelectorAll('.deed b')].map((deed) => deed.textContent);
  const press = async (words: string) => {
    const button = [...page.querySelectorAll<HTMLElement>('.deed, [uiButton]')].find((each) =>
      each.textContent.includes(words),
    );
    button!.click();
    await fixture.whenStable();
  };
  const invited = () => page.querySelector('[role=status]')?.textContent;
  return { fixture, store, page, deeds, press, invited, copied };
}

describe('FirstRun', () => {
  beforeEach(() => localStorage.clear());

  it('greets by name and leads to what is there', async () => {
    const { page, deeds } = await aStart();
    expect(page.querySelector('h2')?.textContent).toBe('Welcome to Nordlys Studio, Ada');
    expect(deeds()).toEqual([
      'Write a note to yourself',
      'Say hello in General',
      'Look around the channels',
      'Invite people',
    ]);
    const links = [...page.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/c/me', '/c/general']);
  });

  it('invites with one press', async () => {
    const { press, store, invited, copied } = await aStart(
      (s) => (s.answer = { code: 'abc' as InviteCode }),
    );
    await press('Invite people');
    expect(store.callsOf('createInvite')).toEqual([['general']]);
    expect(copied).toEqual([`${location.origin}/invite/abc`]);
    expect(invited()).toMatch(/copied/);
  });

  it('tells where the workspace is when only admins invite', async () => {
    const { press, copied } = await aStart(
      (s) => (s.answer = new RequestProblem('forbidden', 403, {})),
    );
    await press('Invite people');
    expect(copied).toEqual([location.origin]);
  });

  it('shows the link where nothing can be copied', async () => {
    const { press, invited } = await aStart((s) => (s.answer = { code: 'abc' as InviteCode }));
    Object.assign(navigator, { clipboard: { writeText: () => Promise.reject(new Error('no')) } });
    await press('Invite people');
    expect(invited()).toContain('/invite/abc');
  });

  it('offers to install what the browser would install, once, here or in the menu', async () => {
    const { deeds, press, fixture } = await aStart();
    let asked = 0;
    const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: () => Promise.resolve({ outcome: `asked ${++asked}` }),
    });
    dispatchEvent(event);
    await fixture.whenStable();
    const commands = () =>
      TestBed.inject(Commands)
        .all()
        .map(({ id }) => id);
    expect([event.defaultPrevented, commands().includes('install')]).toEqual([true, true]);
    await press('Install as an app');
    expect([asked, deeds().includes('Install as an app')]).toEqual([1, false]);
    expect(commands()).not.toContain('install');
  });
});

describe('FirstRunMark', () => {
  beforeEach(() => localStorage.clear());

  function isOpen(isNew: boolean): boolean {
    TestBed.resetTestingModule();
    provide(new FakeChatStore(), isNew);
    return TestBed.inject(FirstRunMark).isOpen();
  }

  it('is there for who has just come, over reloads, until it is closed', () => {
    expect(isOpen(false)).toBe(false);
    expect(isOpen(true)).toBe(true);
    expect(isOpen(false)).toBe(true);
    TestBed.inject(FirstRunMark).close();
    expect(isOpen(false)).toBe(false);
  });

  it('is not there for the next person at this device', () => {
    expect(isOpen(true)).toBe(true);
    expect(localStorage.getItem('parley.first-run')).toBe(ada.id);
    localStorage.setItem('parley.first-run', 'somebody else');
    expect(isOpen(false)).toBe(false);
  });
});
