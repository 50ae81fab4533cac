import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { RequestProblem } from '@app/web-session';
import { DIALOG, DialogHandle } from '@app/web-ui';
import { AvatarHarness, ButtonHarness, FieldHarness, SwitchHarness } from '@app/web-ui/testing';
import type { OpenChat } from '../../data-access/chat-views';
import { anOpenChat } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { ChatAvatar } from './chat-avatar';
import { EditChatDialog } from './edit-chat-dialog';

const channel: Partial<OpenChat> = {
  type: 'channel',
  name: 'Releases',
  slug: 'releases',
  topic: '',
  visibility: 'public',
  postPolicy: 'everyone',
};

function aDialog(about: Partial<OpenChat>, answer?: Error) {
  const store = new FakeChatStore();
  store.answer = answer;
  store.chat.set(anOpenChat(about));
  let isClosed = false;
  const handle = new DialogHandle(undefined, 'title', () => (isClosed = true));
  TestBed.configureTestingModule({
    providers: [
      provideFakes(store),
      { provide: DIALOG, useValue: handle },
      { provide: ChatAvatar, useValue: { change: store.changeAvatar } },
    ],
  });
  const fixture = TestBed.createComponent(EditChatDialog);
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const field = (label: string) => loader.getHarness(FieldHarness.with({ label }));
  const switches = () => loader.getAllHarnesses(SwitchHarness);
  const save = async () => {
    const form = (fixture.nativeElement as HTMLElement).querySelector('form');
    form!.dispatchEvent(new Event('submit', { cancelable: true }));
    await fixture.whenStable();
  };
  return { store, loader, field, switches, save, isClosed: () => isClosed };
}

describe('EditChatDialog', () => {
  it('sends only what was changed', async () => {
    const { store, field, switches, save, isClosed } = aDialog(channel);
    await (await field('Topic')).write('2.4 today');
    const [isPrivate] = await switches();
    await isPrivate!.toggle();
    await save();
    const changed = { topic: '2.4 today', visibility: 'private' };
    expect(store.callsOf('update')).toEqual([[expect.anything(), changed]]);
    expect(isClosed()).toBe(true);
  });

  it('sends nothing where nothing was', async () => {
    const { store, save, isClosed } = aDialog(channel);
    await save();
    expect([store.callsOf('update'), isClosed()]).toEqual([[], true]);
  });

  it('says under the address that it is taken, or none', async () => {
    const taken = new RequestProblem('conflict', 409, { field: 'slug' });
    const { field, save, isClosed } = aDialog(channel, taken);
    await (await field('Address')).write('two words');
    await save();
    expect(await (await field('Address')).getError()).toContain('Small letters');
    await (await field('Address')).write('general');
    await save();
    expect(await (await field('Address')).getError()).toContain('already');
    expect(isClosed()).toBe(false);
  });

  it('has the picture of the chat removed at once, beside all else', async () => {
    const { store, loader, isClosed } = aDialog({ ...channel, avatar: '/a' });
    const avatar = await loader.getHarness(AvatarHarness);
    expect(await avatar.getPicture()).toContain('/a?');
    expect(await avatar.getLetters()).toBe('#');
    await (await loader.getHarness(ButtonHarness.with({ name: 'Remove picture' }))).click();
    expect(store.callsOf('changeAvatar')).toEqual([[store.chat()!.id, null]]);
    expect(isClosed()).toBe(false);
  });

  it('asks of a group neither for an address nor who may find it', async () => {
    const { field, switches } = aDialog({ ...channel, type: 'group' });
    await expect(field('Address')).rejects.toThrow();
    const names = await Promise.all((await switches()).map((one) => one.getName()));
    expect(names).toEqual([expect.stringContaining('Announcements only')]);
  });
});
