import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ErrorHandler, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RequestProblem, Session } from '@app/web-session';
import { Toasts } from '@app/web-ui';
import { ButtonHarness, FieldHarness } from '@app/web-ui/testing';
import { Workspace } from '../../workspace/workspace';
import { SignIn } from './sign-in';

function aPage(answer: Error | null = null) {
  const tried: unknown[] = [];
  const logIn = (credentials: unknown) => {
    tried.push(credentials);
    return answer ? Promise.reject(answer) : Promise.resolve();
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '**', children: [] }]),
      { provide: Session, useValue: { logIn } },
      { provide: Workspace, useValue: { name: signal('Nordlys Studio') } },
    ],
  });
  const fixture = TestBed.createComponent(SignIn);
  fixture.componentRef.setInput('next', '/c/1');
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const field = (label: string) => loader.getHarness(FieldHarness.with({ label }));
  const signIn = async (login: string, password: string) => {
    await (await field('E-mail or username')).write(login);
    await (await field('Password')).write(password);
    await (await loader.getHarness(ButtonHarness.with({ name: 'Sign in' }))).click();
  };
  return { tried, field, signIn, page: fixture.nativeElement as HTMLElement };
}

describe('SignIn', () => {
  it('begins with what tells of code that did not come', () => {
    aPage();
    const lost = new TypeError('Failed to fetch dynamically imported module');
    TestBed.inject(ErrorHandler).handleError(lost);
    const [toast] = TestBed.inject(Toasts).shown();
    expect(toast?.text).toContain('This did not load');
  });

  it('signs in and goes where the person wanted to go', async () => {
    const { tried, signIn } = aPage();
    await signIn(' ada ', 'secret');
    expect(tried).toEqual([{ login: 'ada', password: 'secret' }]);
    expect(TestBed.inject(Router).url).toBe('/c/1');
  });

  it('asks for what is missing and does not send it', async () => {
    const { tried, field, signIn } = aPage();
    await signIn('', '');
    const login = await field('E-mail or username');
    expect(await login.getError()).toBe('Enter your e-mail address or username.');
    expect(await login.isFocused()).toBe(true);
    expect(tried).toEqual([]);
  });

  it('says in place that the two do not match, and keeps what was typed', async () => {
    const { field, signIn } = aPage(new RequestProblem('unauthenticated', 401, {}));
    await signIn('ada', 'wrong');
    const password = await field('Password');
    expect(await password.getError()).toBe('That password and name do not match.');
    expect([await password.getValue(), await password.isFocused()]).toEqual(['wrong', true]);
  });

  it('says for how long to wait', async () => {
    const problem = new RequestProblem('rate_limited', 429, { retryAfterMs: 30_000 });
    const { signIn, page } = aPage(problem);
    await signIn('ada', 'wrong');
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Wait 30 seconds');
  });
});
