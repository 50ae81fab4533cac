import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ChatId } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { Dialogs } from '@app/web-ui';
import { SegmentsHarness, SelectHarness, SwitchHarness } from '@app/web-ui/testing';
import { FileLinks } from '../../data-access/file-links';
import { ChatFileList } from '../chat-files/chat-file-list';
import { ChatFiles } from '../chat-files/chat-files';
import { anOpenChat } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { MessageDeeds } from '../message-list/message-deeds';
import { ChatDetails } from './chat-details';

/** Every dialog is agreed to. */
async function theDetails(type: 'direct' | 'group' = 'direct') {
  const store = new FakeChatStore();
  store.chat.set(anOpenChat({ type }));
  store.chatId.set('c1' as ChatId);
  const dialogs = { provide: Dialogs, useValue: { open: () => Promise.resolve(true) } };
  const others = [provideRouter([]), dialogs, MessageDeeds];
  TestBed.configureTestingModule({ providers: [provideFakes(store), ...others] });
  const fixture = TestBed.createComponent(ChatDetails);
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const page = fixture.nativeElement as HTMLElement;
  const problem = async () => {
    await fixture.whenStable();
    return page.querySelector('[role=alert]')?.textContent ?? null;
  };
  const press = (words: string): void => {
    const deeds = [...page.querySelectorAll<HTMLElement>('.deeds button')];
    deeds.find(({ textContent }) => textContent.trim() === words)!.click();
  };
  const mute = await loader.getHarness(SwitchHarness);
  return { store, mute, receipts: await loader.getHarness(SelectHarness), press, problem };
}

/** The answer to the next call, which a test gives when it likes. */
function laterAnswer(store: FakeChatStore, name: 'updateSettings') {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  jest.spyOn(store, name).mockReturnValue(promise);
  return { resolve, reject };
}

describe('ChatDetails', () => {
  it('shows what I wish for at once, and what the server makes of it', async () => {
    const { store, mute, problem } = await theDetails();
    const { resolve } = laterAnswer(store, 'updateSettings');
    await mute.toggle();
    expect(await mute.isOn()).toBe(true);
    const settings = { ...anOpenChat().settings, mutedUntil: '9999-12-31T23:59:59.000Z' };
    store.chat.set(anOpenChat({ type: 'direct', settings }));
    resolve(undefined);
    expect([await problem(), await mute.isOn()]).toEqual([null, true]);
  });

  it('takes back what is refused, and says why', async () => {
    const { store, mute, receipts, problem } = await theDetails();
    store.answer = new RequestProblem('forbidden', 403, {});
    await mute.toggle();
    expect([await problem(), await mute.isOn()]).toEqual(['You may not do this here.', false]);
    await receipts.choose((await receipts.getOptions())[2]!);
    expect(await receipts.getChosen()).toBe((await receipts.getOptions())[0]);
  });

  it('leaves the chat, and says there why it may not be left', async () => {
    const { store, press, problem } = await theDetails('group');
    store.answer = new RequestProblem('conflict', 409, { field: 'owner' });
    press('Leave the chat');
    expect(await problem()).toContain('Make somebody else the owner first');
    expect(store.calls).toEqual([['leave', 'c1']]);
  });

  it('says nothing of it in another chat', async () => {
    const { store, mute, problem } = await theDetails();
    const { reject } = laterAnswer(store, 'updateSettings');
    await mute.toggle();
    store.chatId.set('c2' as ChatId);
    expect(await mute.isOn()).toBe(false);
    reject(new RequestProblem('forbidden', 403, {}));
    expect(await problem()).toBeNull();
  });

  it('shows again what was looked at last in this chat, and in no other', async () => {
    const list = { kind: signal('visual'), items: signal([]) };
    const providers = [
      { provide: ChatFileList, useValue: list },
      { provide: FileLinks, useValue: {} },
    ];
    TestBed.overrideComponent(ChatFiles, { set: { template: '', imports: [], providers } });
    const { store } = await theDetails();
    const chosen = async (): Promise<string | null> => {
      const fixture = TestBed.createComponent(ChatDetails);
      const segments = await TestbedHarnessEnvironment.loader(fixture).getHarness(SegmentsHarness);
      const name = await segments.getChosen();
      await segments.choose('Files');
      fixture.destroy();
      return name;
    };
    expect([await chosen(), await chosen()]).toEqual(['Overview', 'Files']);
    store.chatId.set('c2' as ChatId);
    expect(await chosen()).toBe('Overview');
  });
});
