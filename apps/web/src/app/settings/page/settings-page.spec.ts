import { Component, ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Toasts } from '@app/web-ui';
import { SettingsPage } from './settings-page';

@Component({ template: '' })
class Anything {}

async function aVisit() {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'c/:id', component: Anything },
        {
          path: 'settings',
          component: SettingsPage,
          children: [{ path: '**', component: Anything }],
        },
        { path: '**', component: Anything },
      ]),
    ],
  });
  return RouterTestingHarness.create();
}

async function press(
  visit: RouterTestingHarness,
  key: string,
  prepare?: (event: Event) => void,
  about: KeyboardEventInit = {},
): Promise<string> {
  const event = new KeyboardEvent('keydown', { key, cancelable: true, ...about });
  prepare?.(event);
  document.dispatchEvent(event);
  await visit.fixture.whenStable();
  return TestBed.inject(Router).url;
}

describe('SettingsPage', () => {
  it('begins with what tells of code that did not come', async () => {
    await (await aVisit()).navigateByUrl('/settings/profile');
    const lost = new TypeError('Failed to fetch dynamically imported module');
    TestBed.inject(ErrorHandler).handleError(lost);
    const [toast] = TestBed.inject(Toasts).shown();
    expect(toast?.text).toContain('This did not load');
  });

  it('says which section is shown', async () => {
    const visit = await aVisit();
    const current = async (url: string) => {
      await visit.navigateByUrl(url);
      const links = [...visit.routeNativeElement!.querySelectorAll('a[aria-current=page]')];
      return links.map((link) => link.getAttribute('href'));
    };
    expect(await current('/settings/profile')).toEqual(['/settings/profile']);
    expect(await current('/settings/devices?from=mail')).toEqual(['/settings/devices']);
    expect(await current('/settings')).toEqual([]);
  });

  it('leads back to where one was, after any number of sections', async () => {
    const visit = await aVisit();
    await visit.navigateByUrl('/c/7');
    await visit.navigateByUrl('/settings/profile');
    await visit.navigateByUrl('/settings/devices');
    expect(await press(visit, 'Escape')).toBe('/c/7');
  });

  it('leads to the chats who came by an address', async () => {
    const visit = await aVisit();
    await visit.navigateByUrl('/settings/profile');
    expect(await press(visit, 'Escape')).toBe('/');
  });

  it('stays when the key was meant for something on top of it', async () => {
    const visit = await aVisit();
    await visit.navigateByUrl('/settings/profile');
    expect(await press(visit, 'Escape', (event) => event.preventDefault())).toBe(
      '/settings/profile',
    );
  });

  it('stays when an input method had the key', async () => {
    const visit = await aVisit();
    await visit.navigateByUrl('/settings/profile');
    const about = { isComposing: true };
    expect(await press(visit, 'Escape', undefined, about)).toBe('/settings/profile');
  });
});
