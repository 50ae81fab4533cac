import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { User } from '@app/contracts';
import { ConnectionLost } from '@app/web-session';
import { DIALOG, DialogHandle } from '@app/web-ui';
import { ButtonHarness } from '@app/web-ui/testing';
import { Blocks } from '../../data-access/blocks';
import { ada, mira } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { PersonPopover } from './person-popover';

/** `blocked`: whom I block as the card opens; an error: it cannot be known. */
async function aCard(person: User, blocked: readonly User[] | Error = []) {
  const store = new FakeChatStore();
  store.answer = 'c7';
  store.people.set(new Map([[person.id, person]]));
  let list = blocked;
  const blocks: Pick<Blocks, 'list' | 'block' | 'unblock'> = {
    list: () => (list instanceof Error ? Promise.reject(list) : Promise.resolve(list)),
    block: () => {
      list = [person];
      return Promise.resolve();
    },
    unblock: () => {
      list = [];
      return Promise.resolve();
    },
  };
  TestBed.configureTestingModule({
    providers: [
      provideFakes(store),
      provideRouter([{ path: '**', children: [] }]),
      { provide: Blocks, useValue: blocks },
      { provide: DIALOG, useValue: new DialogHandle(person, 'title', () => undefined) },
    ],
  });
  const fixture = TestBed.createComponent(PersonPopover);
  const loader = TestbedHarnessEnvironment.loader(fixture);
  await fixture.whenStable();
  const buttons = async () =>
    Promise.all((await loader.getAllHarnesses(ButtonHarness)).map((button) => button.getName()));
  const press = async (name: string) =>
    (await loader.getHarness(ButtonHarness.with({ name }))).click();
  const words = () => (fixture.nativeElement as HTMLElement).textContent;
  return { store, buttons, press, words, settled: () => fixture.whenStable() };
}

describe('PersonPopover', () => {
  it('says how they are, unless I am offline and cannot know', async () => {
    const { store, words, settled } = await aCard({ ...mira, status: 'offline' });
    expect(words()).toContain('Offline');
    store.connection.set('offline');
    await settled();
    expect(words()).not.toContain('Offline');
  });

  it('says who somebody is in the workspace, their address if they share it', async () => {
    const { buttons, words } = await aCard({
      ...mira,
      role: 'admin',
      email: 'mira@nordlys.example',
    });
    expect(await buttons()).toEqual(['Message', 'Block']);
    expect(words()).toContain('Admin of the workspace');
    expect(words()).toContain('mira@nordlys.example');
  });

  it('leads to the direct chat', async () => {
    const { store, press } = await aCard(mira);
    await press('Message');
    expect(store.callsOf('createDirect')).toEqual([[mira.id]]);
    expect(TestBed.inject(Router).url).toBe('/c/c7');
  });

  it('blocks, says what that means, and takes it back', async () => {
    const { press, words, buttons } = await aCard(mira);
    await press('Block');
    expect(words()).toContain('You block this person');
    expect(await buttons()).toEqual(['Unblock']);
    await press('Unblock');
    expect(await buttons()).toEqual(['Message', 'Block']);
    expect(words()).not.toContain('You block this person');
  });

  it('offers nobody to block themselves', async () => {
    const { buttons } = await aCard(ada);
    expect(await buttons()).toEqual(['Notes to self']);
  });

  it('offers no block while it is not known whether there is one', async () => {
    const { buttons, words } = await aCard(mira, new ConnectionLost());
    expect(await buttons()).toEqual(['Message']);
    expect(words()).toContain('No connection');
  });
});
