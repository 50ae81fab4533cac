import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { WorkspaceRole } from '@app/contracts';
import { Session } from '@app/web-session';
import { AdminPage } from './admin-page';

@Component({ template: 'Everybody is here' })
class People {}

/** Where each of these leads was brought into sight. */
const seen: (string | null)[] = [];
Element.prototype.scrollIntoView = function (this: Element) {
  seen.push(this.getAttribute('href'));
};

async function aVisit(role: WorkspaceRole) {
  const user = signal({ role });
  TestBed.configureTestingModule({
    providers: [
      { provide: Session, useValue: { user } },
      provideRouter([
        {
          path: 'admin',
          component: AdminPage,
          children: [{ path: 'people', component: People }],
        },
      ]),
    ],
  });
  const visit = await RouterTestingHarness.create('/admin/people');
  const words = () => (visit.fixture.nativeElement as HTMLElement).textContent;
  const current = () =>
    [...visit.routeNativeElement!.querySelectorAll('[aria-current=page]')].map((one) =>
      one.getAttribute('href'),
    );
  return { visit, user, words, current };
}

describe('AdminPage', () => {
  it.each(['owner', 'admin'] as const)(
    'shows an %s what is theirs, and where they are',
    async (role) => {
      const { words, current } = await aVisit(role);
      expect([current(), words()]).toEqual([
        ['/admin/people'],
        expect.stringContaining('Everybody'),
      ]);
    },
  );

  it('brings the page that is shown into sight in the list of all', async () => {
    await aVisit('owner');
    expect(seen.at(-1)).toBe('/admin/people');
  });

  it.each(['moderator', 'member', 'guest'] as const)('shows a %s no accounts', async (role) => {
    const { words } = await aVisit(role);
    expect(words()).toContain('This is not for you');
    expect(words()).not.toContain('Everybody');
  });

  it('shows nothing more to whom it was taken from', async () => {
    const { visit, user, words } = await aVisit('admin');
    user.set({ role: 'member' });
    await visit.fixture.whenStable();
    expect(words()).toContain('This is not for you');
    expect(words()).not.toContain('Everybody');
  });
});
