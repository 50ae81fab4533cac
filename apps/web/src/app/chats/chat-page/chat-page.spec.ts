import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ChatId } from '@app/contracts';
import { Toasts } from '@app/web-ui';
import { BannerHarness, ComposerHarness, EmptyStateHarness } from '@app/web-ui/testing';
import { mira, jonas, aMember, ada, aMessage, anOpenChat } from '../testing/builders';
import { MessageDeeds } from '../message-list/message-deeds';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { WritingAids } from '../writing/writing-aids';
import { ChatPage } from './chat-page';

async function aPage(prepare: (store: FakeChatStore) => void = () => undefined, seq?: string) {
  const store = new FakeChatStore();
  store.chat.set(anOpenChat({ topic: 'Rolling out' }));
  store.chatId.set('c1' as ChatId);
  store.members.set([aMember(ada), aMember(mira), aMember(jonas)]);
  prepare(store);
  TestBed.configureTestingModule({
    providers: [
      provideFakes(store),
      provideRouter([{ path: '**', children: [] }]),
      { provide: LOCALE_ID, useValue: 'en-GB' },
    ],
  });
  const fixture = TestBed.createComponent(ChatPage);
  fixture.componentRef.setInput('chatId', 'c1');
  if (seq) fixture.componentRef.setInput('seq', seq);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const loader = TestbedHarnessEnvironment.loader(fixture);
  return { store, loader, page, fixture, composer: () => loader.getHarness(ComposerHarness) };
}

describe('ChatPage', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => jest.restoreAllMocks());

  it('opens the chat of its address, at the message of its address', async () => {
    const { store } = await aPage(undefined, '40');
    expect(store.callsOf('open')).toEqual([['c1', 40]]);
  });

  it.each(['-1', 'abc', '1.5', '4503599627370497', '99999999999999999999'])(
    'opens it at the end for %s',
    async (seq) => {
      const { store } = await aPage(undefined, seq);
      expect(store.callsOf('open')).toEqual([['c1', undefined]]);
    },
  );

  it.each([
    ['603', 602, true],
    ['999999', 602, true],
    ['0', 602, true],
    ['abc', 602, true],
    ['9', 602, true],
    ['10', 602, false],
    ['602', 602, false],
    [undefined, 0, false],
  ])('of a message %s where the last one is %d, says that there is none: %s', async (...row) => {
    const [seq, head, isSaid] = row;
    const { store, fixture } = await aPage((store) => {
      store.chat.set(anOpenChat({ visibleFromSeq: 10 }));
      store.headSeq.set(head);
      store.isSettled.set(false);
    }, seq);
    const said = () =>
      TestBed.inject(Toasts)
        .shown()
        .map(({ text }) => text);
    // How far it goes is not known yet.
    expect(said()).toEqual([]);
    store.isSettled.set(true);
    await fixture.whenStable();
    const words = ['There is no such message in this chat.'];
    expect(said()).toEqual(isSaid ? words : []);
    store.headSeq.set(head + 1);
    store.isSettled.set(false);
    await fixture.whenStable();
    store.isSettled.set(true);
    await fixture.whenStable();
    expect(said()).toEqual(isSaid ? words : []);
  });

  it('has the focus where one writes, once it is drawn, where there is a pointer', async () => {
    jest
      .spyOn(globalThis, 'matchMedia')
      .mockImplementation((media) =>
        Object.assign(new EventTarget(), { media, matches: media === '(hover: hover)' } as never),
      );
    await aPage();
    expect(document.activeElement?.localName).toBe('textarea');
  });

  it('begins where this tab was reading before it was loaded anew', async () => {
    sessionStorage.setItem('parley.places', '[["c1",12]]');
    const { store } = await aPage();
    expect(store.callsOf('open')).toEqual([['c1', 12]]);
  });

  it('keeps an answer and a change that were begun, at another place of the chat', async () => {
    const { fixture } = await aPage();
    const deeds = fixture.debugElement.injector.get(MessageDeeds);
    const begun = () => [deeds.replyTo()?.id, deeds.editingKey()];
    deeds.replyTo.set(aMessage({ seq: 1 }));
    deeds.editingKey.set('m2');
    fixture.componentRef.setInput('seq', '40');
    await fixture.whenStable();
    expect(begun()).toEqual(['m1', 'm2']);
    fixture.componentRef.setInput('chatId', 'c2');
    await fixture.whenStable();
    expect(begun()).toEqual([undefined, null]);
  });

  it('says who is there', async () => {
    const { page } = await aPage();
    expect(page.querySelector('h1')?.textContent).toBe('Release crew');
    expect(page.querySelector('.heading p')?.textContent).toBe('3 people · 2 online · Rolling out');
  });

  it.each([
    [0, 'Offline. What you write is kept and sent when the network is back.'],
    [1, 'Offline. 1 message will be sent, in order, when the network is back.'],
    [2, 'Offline. 2 messages will be sent, in order, when the network is back.'],
  ])('offline with %i queued, says what waits', async (queued, words) => {
    const { loader } = await aPage((store) => {
      store.connection.set('offline');
      store.queuedCount.set(queued);
    });
    expect(await (await loader.getHarness(BannerHarness)).getText()).toBe(words);
  });

  it('is quiet while it connects', async () => {
    const { loader } = await aPage((store) => store.connection.set('connecting'));
    expect(await loader.getHarnessOrNull(BannerHarness)).toBeNull();
  });

  it('sends once when Enter is pressed again before the page is drawn', async () => {
    const { store, page } = await aPage((s) => s.draft.set('Hello'));
    const sent: string[] = [];
    const send = (text: string) => {
      sent.push(text);
      void Promise.resolve().then(() => store.draft.set(''));
    };
    Object.assign(store, { send });
    const press = () =>
      page
        .querySelector('textarea')!
        .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
    press();
    // As between two tasks of a browser: what was promised is done, and nothing is drawn.
    for (let n = 0; n < 5; n++) await Promise.resolve();
    press();
    expect(sent).toEqual(['Hello']);
  });

  it('sends, and tells others that one has stopped typing', async () => {
    const { store, composer } = await aPage((s) => s.draft.set('Hello'));
    await (await composer()).pressEnter();
    expect(store.callsOf('send')).toEqual([['Hello', undefined]]);
    expect(store.callsOf('setTyping')).toEqual([[false]]);
  });

  it('says so while what was sent still waits for the code that sends it', async () => {
    const { store, page, fixture } = await aPage((s) => s.isLeaving.set(true));
    const line = () => page.querySelector('.typing')?.textContent;
    expect(line()).toBe('Connecting…');
    store.isLeaving.set(false);
    await fixture.whenStable();
    expect(line()).toBe('');
  });

  it('keeps the draft with every key, and tells others of it', async () => {
    const { store, composer } = await aPage();
    await (await composer()).write('He');
    expect(store.callsOf('write').at(-1)).toEqual(['He']);
    expect(store.callsOf('setTyping').at(-1)).toEqual([true]);
  });

  it('formats a paste that takes long in the chat alone that it was made in', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const { store, composer } = await aPage();
    Object.assign(TestBed.inject(WritingAids), { toMarkdown: () => promise });
    store.draft.set('In ');
    const field = await composer();
    await field.getText();
    await field.paste({ plain: 'bold', html: '<b>bold</b>' });
    expect(store.callsOf('write')).toEqual([['In bold']]);
    store.chatId.set('c2' as ChatId);
    store.draft.set('In bold');
    await field.getText();
    resolve('**bold**');
    await promise;
    expect(await field.getText()).toBe('In bold');
  });

  it('says why nobody can write', async () => {
    const { page, loader } = await aPage((store) =>
      store.chat.set(anOpenChat({ isArchived: true })),
    );
    expect(await loader.getHarnessOrNull(ComposerHarness)).toBeNull();
    expect(page.querySelector('.closed')?.textContent).toContain('archived');
  });

  it.each([
    ['not_member', 'This chat cannot be shown'],
    ['not_kept', 'This chat is not on this device'],
    ['not_now', 'This chat cannot be shown right now'],
  ])('shows a way out of a chat that cannot be shown: %s', async (problem, title) => {
    const { loader } = await aPage((store) => {
      store.chat.set(null);
      store.openProblem.set(problem);
    });
    const empty = await loader.getHarness(EmptyStateHarness);
    expect(await empty.getTitle()).toBe(title);
  });

  it('has its list once there are rows: one that knew its height before would draw the beginning', async () => {
    const { store, page, fixture } = await aPage();
    expect(page.querySelector('virtua-virtualizer')).toBeNull();
    store.messages.set([aMessage({ seq: 1, text: 'first' })]);
    await fixture.whenStable();
    expect(page.querySelector('virtua-virtualizer')).not.toBeNull();
  });

  it('invites to write the first message', async () => {
    const { loader } = await aPage((store) =>
      store.messages.set([aMessage({ seq: 1, kind: 'system', system: { type: 'member_joined' } })]),
    );
    const empty = await loader.getHarness(EmptyStateHarness);
    expect(await empty.getTitle()).toBe('This is the beginning of Release crew');
    expect(await empty.getHint()).toBe('Write the first message.');
  });

  it('invites nobody to write where nobody can', async () => {
    const { loader } = await aPage((store) => {
      store.chat.set(anOpenChat({ isArchived: true }));
      store.messages.set([aMessage({ seq: 1, kind: 'system', system: { type: 'member_joined' } })]);
    });
    const empty = await loader.getHarness(EmptyStateHarness);
    expect(await empty.getHint()).toBeNull();
  });

  it.each([
    [[mira.id], 'Mira is typing…'],
    [[mira.id, jonas.id], 'Mira and Jonas are typing…'],
    [[mira.id, jonas.id, ada.id, mira.id], 'Several people are typing…'],
  ])('says who is typing', async (ids, words) => {
    const { page } = await aPage((store) => store.typingIds.set(ids));
    expect(page.querySelector('.typing')?.textContent).toBe(words);
  });

  /** What is marked as read after the person has looked at the end of the list. */
  async function readAfterALook(prepare: (store: FakeChatStore) => void) {
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
    const { store, page, fixture } = await aPage((s) => {
      s.messages.set([aMessage({ seq: 7 })]);
      prepare(s);
    });
    page.querySelector('[role=log]')?.dispatchEvent(new Event('scroll'));
    await fixture.whenStable();
    return store.callsOf('markRead');
  }

  it('marks as read what stands at the end of a visible page', async () => {
    expect(await readAfterALook(() => undefined)).toEqual([[7]]);
  });

  it('marks nothing as read while newer messages are not here', async () => {
    expect(await readAfterALook((store) => store.hasNewer.set(true))).toEqual([]);
  });

  it('marks nothing as read on a page that nobody sees', async () => {
    const look = readAfterALook(() =>
      jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden'),
    );
    expect(await look).toEqual([]);
  });

  it('hears nothing of a list that is gone, though the browser says that it has moved', async () => {
    const { store, page, fixture } = await aPage((s) => s.messages.set([aMessage({ seq: 7 })]));
    const gone = page.querySelector('[role=log]')!;
    fixture.componentRef.setInput('seq', '40');
    await fixture.whenStable();
    const warned = jest.spyOn(console, 'warn').mockReturnValue();
    const asked = store.callsOf('loadOlder').length;
    gone.dispatchEvent(new Event('scroll'));
    expect([gone.isConnected, store.callsOf('loadOlder').length]).toEqual([false, asked]);
    expect(warned.mock.calls).toEqual([]);
  });

  it('sends files with their words as one message, and files alone', async () => {
    const { store, page, composer } = await aPage();
    const attach = async (name: string) => {
      const picker = page.querySelector<HTMLInputElement>('input[type=file]')!;
      Object.defineProperty(picker, 'files', {
        value: [new File(['x'], name)],
        configurable: true,
      });
      picker.dispatchEvent(new Event('change'));
      await (await composer()).pressEnter();
    };
    await (await composer()).pressEnter();
    await attach('a.txt');
    store.draft.set('Look');
    await attach('b.txt');
    const sent = store.callsOf('send') as [string, unknown, { name: string }[]][];
    expect(sent.map(([text, , files]) => [text, files.map(({ name }) => name)])).toEqual([
      ['', ['a.txt']],
      ['Look', ['b.txt']],
    ]);
  });
});
