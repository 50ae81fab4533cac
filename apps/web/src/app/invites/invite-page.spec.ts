import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RequestProblem, Session } from '@app/web-session';
import { ButtonHarness } from '@app/web-ui/testing';
import { Invitations } from './invitations';
import { InvitePage } from './invite-page';

const preview = {
  code: 'K7Q2',
  chatName: 'Release crew',
  chatType: 'group',
  topic: 'Rolling out',
  memberCount: 8,
  inviterName: 'Mira Okafor',
  expiresAt: '2026-03-09T12:00:00.000Z',
};

interface World {
  readonly isSignedIn: boolean;
  readonly problem?: Error;
  readonly accept?: Error;
  /** To some codes, instead of the one that there is. */
  readonly answers?: Readonly<Record<string, Promise<unknown>>>;
}

async function aPage(about: World) {
  const accepted: string[] = [];
  const invitations = {
    preview: (code: string) => {
      if (about.problem) return Promise.reject(about.problem);
      return about.answers?.[code] ?? Promise.resolve(preview);
    },
    accept: (code: string) => {
      accepted.push(code);
      return about.accept ? Promise.reject(about.accept) : Promise.resolve('c1');
    },
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '**', children: [] }]),
      { provide: Invitations, useValue: invitations },
      {
        provide: Session,
        useValue: { isSignedIn: signal(about.isSignedIn), start: () => Promise.resolve() },
      },
    ],
  });
  const fixture = TestBed.createComponent(InvitePage);
  fixture.componentRef.setInput('code', 'K7Q2');
  const loader = TestbedHarnessEnvironment.loader(fixture);
  await fixture.whenStable();
  const words = async () => {
    await fixture.whenStable();
    return (fixture.nativeElement as HTMLElement).textContent;
  };
  const press = async (name: string) =>
    (await loader.getHarness(ButtonHarness.with({ name }))).click();
  const goTo = async (code: string) => {
    fixture.componentRef.setInput('code', code);
    await fixture.whenStable();
  };
  return { accepted, words, press, loader, goTo };
}

describe('InvitePage', () => {
  it('says who invites, where to, and how many are there', async () => {
    const { words } = await aPage({ isSignedIn: true });
    expect(await words()).toContain('Mira Okafor invites you to Release crew');
    expect(await words()).toContain('8 people');
  });

  it('shows the invitation of its address, whichever answer comes first', async () => {
    const late = Promise.withResolvers<unknown>();
    const answers = { K7Q2: late.promise, Z1: new Promise(() => undefined) };
    const { words, goTo } = await aPage({ isSignedIn: true, answers });
    await goTo('B4');
    expect(await words()).toContain('Release crew');
    late.resolve({ ...preview, chatName: 'Another crew' });
    await late.promise;
    expect(await words()).not.toContain('Another crew');
    await goTo('Z1');
    expect(await words()).not.toContain('Release crew');
  });

  it('joins and goes to the chat', async () => {
    const { accepted, press, words } = await aPage({ isSignedIn: true });
    await press('Join the chat');
    await words();
    expect([accepted, TestBed.inject(Router).url]).toEqual([['K7Q2'], '/c/c1']);
  });

  it('sends who is signed out to sign in, and back', async () => {
    const { press, words } = await aPage({ isSignedIn: false });
    await press('Sign in to join');
    await words();
    expect(TestBed.inject(Router).url).toBe('/sign-in?next=%2Finvite%2FK7Q2');
  });

  it.each([
    ['gone', 410, 'This invitation is over'],
    ['not_found', 404, 'No such invitation'],
    ['service_unavailable', 503, 'The invitation cannot be shown'],
  ] as const)('says of %s what it means', async (code, status, title) => {
    const problem = new RequestProblem(code, status, {});
    const { words } = await aPage({ isSignedIn: true, problem });
    expect(await words()).toContain(title);
  });

  it('says that it ended between the look and the press', async () => {
    const accept = new RequestProblem('gone', 410, {});
    const { press, words } = await aPage({ isSignedIn: true, accept });
    await press('Join the chat');
    expect(await words()).toContain('This invitation is over');
  });
});
