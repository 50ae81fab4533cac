import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { aProfile } from '@app/contracts/testing';
import { ConnectionLost, Session } from '@app/web-session';
import { ButtonHarness, ChoicesHarness, FieldHarness, SwitchHarness } from '@app/web-ui/testing';
import { ChatClient } from '../../data-access/chat-client';
import { MyStatus, type StatusWish } from '../../data-access/my-status';
import { ProfileSection } from './profile-section';

function aSection(refusal: Error | null = null) {
  const user = signal(aProfile('ada', { name: 'Ada' }));
  const sent: unknown[] = [];
  const updateProfile = (patch: { name?: string }) => {
    sent.push(patch);
    if (refusal) return Promise.reject(refusal);
    user.update((me) => ({ ...me, ...patch }));
    return Promise.resolve();
  };
  const wish = signal<StatusWish | null>('auto');
  const status = {
    wish,
    choose: (chosen: StatusWish) => {
      sent.push(chosen);
      if (refusal) return Promise.reject(refusal);
      wish.set(chosen);
      return Promise.resolve();
    },
  };
  const line = signal('online');
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: Session, useValue: { user, updateProfile } },
      { provide: MyStatus, useValue: status },
      { provide: ChatClient, useValue: { lineState: { state: line } } },
    ],
  });
  const fixture = TestBed.createComponent(ProfileSection);
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const name = () => loader.getHarness(FieldHarness);
  const save = async () => (await loader.getHarness(ButtonHarness.with({ name: 'Save' }))).click();
  const words = () => (fixture.nativeElement as HTMLElement).textContent;
  return { user, wish, line, sent, name, save, words, loader };
}

describe('ProfileSection', () => {
  it('saves the name, and says so until it is changed again', async () => {
    const { sent, name, save, words } = aSection();
    await (await name()).write(' Ada Lindqvist ');
    await save();
    expect(sent).toEqual([{ name: 'Ada Lindqvist' }]);
    expect(words()).toContain('Saved');
    await (await name()).write('Ada L');
    expect(words()).not.toContain('Saved');
  });

  it('sends no empty name, and none that is as it was', async () => {
    const { sent, name, save } = aSection();
    await save();
    await (await name()).write('  ');
    await save();
    expect(await (await name()).getError()).toBe('Enter your name.');
    expect(sent).toEqual([]);
  });

  it('keeps what was written when it cannot be saved', async () => {
    const { name, save } = aSection(new ConnectionLost());
    await (await name()).write('Ada Lindqvist');
    await save();
    expect(await (await name()).getError()).toContain('No connection');
    expect(await (await name()).getValue()).toBe('Ada Lindqvist');
  });

  it('follows the name that another device gives', async () => {
    const { user, name } = aSection();
    user.update((me) => ({ ...me, name: 'Countess Ada' }));
    expect(await (await name()).getValue()).toBe('Countess Ada');
  });

  it('keeps what is being written when something else of the profile changes', async () => {
    const { user, name, loader, save, sent } = aSection();
    await (await name()).write('Ada Lindqvist ');
    await (await loader.getHarness(SwitchHarness)).toggle();
    user.update((me) => ({ ...me, name: 'Countess Ada' }));
    expect(await (await name()).getValue()).toBe('Ada Lindqvist ');
    await save();
    expect(sent.at(-1)).toEqual({ name: 'Ada Lindqvist' });
    expect(await (await name()).getValue()).toBe('Ada Lindqvist');
  });

  it('shares the e-mail address when asked to', async () => {
    const { sent, loader } = aSection();
    await (await loader.getHarness(SwitchHarness)).toggle();
    expect(sent).toEqual([{ settings: { shareEmail: true } }]);
  });

  it('tells the status that is wished for', async () => {
    const { sent, loader } = aSection();
    const statuses = await loader.getHarness(ChoicesHarness);
    expect(await statuses.getChosen()).toBe('Automatic');
    await statuses.choose('Do not disturb');
    expect([sent, await statuses.getChosen()]).toEqual([['dnd'], 'Do not disturb']);
  });

  it('offers no status while the line is down', async () => {
    const { wish, line, loader, words } = aSection();
    wish.set(null);
    line.set('offline');
    expect(await loader.getAllHarnesses(ChoicesHarness)).toHaveLength(0);
    expect(words()).toContain('when the connection is back');
  });

  it('does not speak of a broken line while the first one is on its way', async () => {
    const { wish, line, loader, words } = aSection();
    wish.set(null);
    line.set('connecting');
    expect(await loader.getAllHarnesses(ChoicesHarness)).toHaveLength(0);
    expect(words()).not.toContain('connection');
  });
});
