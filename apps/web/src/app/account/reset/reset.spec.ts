import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RequestProblem } from '@app/web-session';
import { ButtonHarness, FieldHarness } from '@app/web-ui/testing';
import { Reset } from './reset';
import { Resets } from './resets';

const refusal = (path: string) =>
  new RequestProblem('validation_failed', 422, { issues: [{ path, message: 'Not good' }] });

function aPage(answer: Error | null = null) {
  const sent: unknown[] = [];
  const choose = (...asked: unknown[]) => {
    sent.push(asked);
    return answer ? Promise.reject(answer) : Promise.resolve();
  };
  TestBed.configureTestingModule({
    providers: [provideRouter([]), { provide: Resets, useValue: { choose } }],
  });
  const fixture = TestBed.createComponent(Reset);
  fixture.componentRef.setInput('token', 'a-token');
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const field = () => loader.getHarness(FieldHarness.with({ label: 'New password' }));
  const save = async (password: string) => {
    await (await field()).write(password);
    await (await loader.getHarness(ButtonHarness.with({ name: 'Save the password' }))).click();
  };
  return { sent, field, save, page: fixture.nativeElement as HTMLElement };
}

describe('Reset', () => {
  it('sends the new password with what the link says, and leads to the door', async () => {
    const { sent, save, page } = aPage();
    await save('another horse battery');
    expect(sent).toEqual([['a-token', 'another horse battery']]);
    expect(page.textContent).toContain('Your password is changed');
    expect(page.querySelector('a')?.getAttribute('href')).toBe('/sign-in');
  });

  it('asks for more than seven characters, and sends nothing before', async () => {
    const { sent, save, field } = aPage();
    await save('short');
    expect(await (await field()).getError()).toBe('Use at least 8 characters.');
    expect(sent).toEqual([]);
  });

  it('says under the field that a password is too weak, and takes another one', async () => {
    const { save, field } = aPage(refusal('newPassword'));
    await save('password1');
    expect(await (await field()).getError()).toBe('This password is too easy to guess.');
    expect(await (await field()).isFocused()).toBe(true);
  });

  it.each([
    ['is used up', new RequestProblem('gone', 410, {})],
    ['was cut short', refusal('token')],
  ])('says of a link that %s that it is good no more', async (_, answer) => {
    const { save, page } = aPage(answer);
    await save('another horse battery');
    expect(page.querySelector('[role=alert]')?.textContent).toContain('no longer works');
    expect(page.querySelector('form')).toBeNull();
  });
});
