import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ConnectionLost, RequestProblem, Session, UnsentMessages } from '@app/web-session';
import { Dialogs } from '@app/web-ui';
import { ButtonHarness, FieldHarness } from '@app/web-ui/testing';
import { aProfile } from '@app/contracts/testing';
import { KeptTrays } from '../../data-access/kept-trays';
import { AccountSection } from './account-section';

/** `refusals`: what a call rejects with, by its name. `means`: whether dialogs are confirmed. */
function aSection(refusals: Partial<Record<string, Error>> = {}, means = true) {
  const calls: string[] = [];
  const call = (name: string) => {
    calls.push(name);
    const refusal = refusals[name];
    return refusal ? Promise.reject(refusal) : Promise.resolve();
  };
  const session = {
    user: signal(aProfile('ada')),
    rest: { request: (method: string, path: string) => call(`${method} ${path}`) },
    logOut: () => call('logOut'),
    logOutAnyway: () => call('logOutAnyway'),
  };
  const dialogs = {
    open: (_: unknown, { data }: { data: { title: string } }) => {
      calls.push(data.title);
      return Promise.resolve(means || undefined);
    },
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: Session, useValue: session },
      { provide: Dialogs, useValue: dialogs },
      { provide: KeptTrays, useValue: { look: () => Promise.resolve() } },
    ],
  });
  const fixture = TestBed.createComponent(AccountSection);
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const field = (label: string) => loader.getHarness(FieldHarness.with({ label }));
  const press = async (name: string) =>
    (await loader.getHarness(ButtonHarness.with({ name }))).click();
  const change = async (current: string, next: string) => {
    await (await field('Current password')).write(current);
    await (await field('New password')).write(next);
    await press('Change password');
  };
  const words = () => (fixture.nativeElement as HTMLElement).textContent;
  return { calls, field, press, change, words };
}

describe('AccountSection', () => {
  it('changes the password, says what that means, and keeps neither', async () => {
    const { calls, field, change, words } = aSection();
    await change('the old one', 'the new one');
    expect(calls).toEqual(['PUT auth/password']);
    expect(words()).toContain('Password changed. Your other devices are signed out.');
    expect(await (await field('Current password')).getValue()).toBe('');
    expect(await (await field('New password')).getValue()).toBe('');
  });

  it('does not send what is missing or too short', async () => {
    const { calls, field, change } = aSection();
    await change('', 'short');
    expect(await (await field('Current password')).getError()).toBe('Enter your current password.');
    expect(await (await field('New password')).getError()).toBe('Use at least 8 characters.');
    expect(await (await field('Current password')).isFocused()).toBe(true);
    expect(calls).toEqual([]);
  });

  it.each([
    ['forbidden', 403, 'Current password', 'This is not your current password.'],
    ['validation_failed', 422, 'New password', 'This password is too easy to guess.'],
  ] as const)('says of %s under its field what is wrong', async (code, status, label, words) => {
    const { field, change } = aSection({
      'PUT auth/password': new RequestProblem(code, status, {}),
    });
    await change('the old one', 'the new one');
    expect(await (await field(label)).getError()).toBe(words);
    expect(await (await field(label)).isFocused()).toBe(true);
  });

  it('signs out everywhere once that is confirmed: the others first', async () => {
    const { calls, press } = aSection();
    await press('Sign out everywhere');
    expect(calls).toEqual(['Sign out everywhere?', 'DELETE auth/sessions', 'logOut']);
  });

  it('signs out nowhere if it is not', async () => {
    const { calls, press } = aSection({}, false);
    await press('Sign out everywhere');
    expect(calls).toEqual(['Sign out everywhere?']);
  });

  it('stays signed in here when the others cannot be reached', async () => {
    const { calls, press, words } = aSection({ 'DELETE auth/sessions': new ConnectionLost() });
    await press('Sign out everywhere');
    expect(calls).not.toContain('logOut');
    expect(words()).toContain('No connection to the server.');
  });

  it('asks before it loses what is not sent yet', async () => {
    const { calls, press } = aSection({ logOut: new UnsentMessages(2) });
    await press('Sign out here');
    expect(calls).toEqual(['logOut', 'Sign out?', 'logOutAnyway']);
  });
});
