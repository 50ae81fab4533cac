import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { ChatId } from '@app/contracts';
import { DesktopNotes, type DesktopNote } from './desktop-notes';

const note: DesktopNote = {
  ...{ title: 'Mira', body: 'Hello', chatId: 'c1' as ChatId, seq: 7, cause: 'message' },
};

interface Shown {
  readonly title: string;
  readonly options: NotificationOptions;
  onclick?: () => void;
}

/** A browser; `worker`: whether it has ours, and whether that is pushed to. */
function aBrowser(permission: NotificationPermission, worker?: { isPushedTo: boolean }) {
  const [byPage, byWorker]: [Shown[], Shown[]] = [[], []];
  class Notes {
    static permission = permission;
    static readonly requestPermission = () => Promise.resolve((Notes.permission = 'granted'));
    readonly close: () => void;
    constructor(title: string, options: NotificationOptions) {
      const shown: Shown = Object.assign(this, { title, options });
      byPage.push(shown);
      this.close = () => byPage.splice(byPage.indexOf(shown), 1);
    }
  }
  const subscription = worker?.isPushedTo ? {} : null;
  const registration = worker && {
    pushManager: { getSubscription: () => Promise.resolve(subscription) },
    showNotification: (title: string, options: NotificationOptions) => {
      const former = byWorker.findIndex(({ options: { tag } }) => tag === options.tag);
      if (former >= 0) byWorker.splice(former, 1);
      return Promise.resolve(void byWorker.push({ title, options }));
    },
    getNotifications: ({ tag }: { tag: string }) =>
      Promise.resolve(
        byWorker
          .filter(({ options }) => options.tag === tag)
          .map((shown) => ({
            data: shown.options.data as unknown,
            close: () => byWorker.splice(byWorker.indexOf(shown), 1),
          })),
      ),
  };
  Object.assign(globalThis, { Notification: Notes });
  const container = { getRegistration: () => Promise.resolve(registration) };
  Object.defineProperty(navigator, 'serviceWorker', { value: container, configurable: true });
  TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', children: [] }])] });
  return { notes: TestBed.inject(DesktopNotes), byPage, byWorker };
}

describe('DesktopNotes', () => {
  let hasFocus: jest.SpiedFunction<() => boolean>;
  beforeEach(() => {
    hasFocus = jest.spyOn(document, 'hasFocus').mockReturnValue(false);
  });
  afterEach(() => {
    hasFocus.mockRestore();
    Reflect.deleteProperty(globalThis, 'Notification');
    Reflect.deleteProperty(navigator, 'serviceWorker');
  });

  it('shows nothing that is not allowed, and asks when it is told to', async () => {
    const { notes, byPage } = aBrowser('default');
    await notes.show(note);
    expect([byPage, notes.mayAsk()]).toEqual([[], true]);
    await notes.ask();
    await notes.show(note);
    expect([byPage.length, notes.mayAsk()]).toEqual([1, false]);
  });

  it('is one for a chat, and a press leads to the message', async () => {
    const { notes, byPage } = aBrowser('granted');
    const focus = jest.spyOn(window, 'focus').mockImplementation(() => undefined);
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await notes.show(note);
    expect(byPage).toMatchObject([{ title: 'Mira', options: { body: 'Hello', tag: 'chat:c1' } }]);
    byPage[0]!.onclick!();
    expect(focus).toHaveBeenCalledTimes(1);
    expect(navigate).toHaveBeenCalledWith(['/c', 'c1', 7]);
    focus.mockRestore();
  });

  it('is shown by the worker, where there is one, as a push would be', async () => {
    const { notes, byPage, byWorker } = aBrowser('granted', { isPushedTo: false });
    await notes.show(note);
    expect(byPage).toEqual([]);
    expect(byWorker).toMatchObject([
      { options: { tag: 'chat:c1', data: { chatId: 'c1', seq: 7 } } },
    ]);
  });

  it.each([
    ['the page', undefined],
    ['the worker', { isPushedTo: false }],
  ])('is taken back when it was read elsewhere, shown by %s', async (_, worker) => {
    const { notes, byPage, byWorker } = aBrowser('granted', worker);
    await notes.show(note);
    const shown = () => byPage.length + byWorker.length;
    await notes.takeBack(note.chatId, note.seq - 1);
    await notes.takeBack('c2' as ChatId, note.seq);
    expect(shown()).toBe(1);
    await notes.takeBack(note.chatId, note.seq);
    expect(shown()).toBe(0);
  });

  it('keeps what was shown of a chat, by which the worker knows a push of the same', async () => {
    const { notes, byWorker } = aBrowser('granted', { isPushedTo: false });
    await notes.show(note);
    await notes.show({ ...note, seq: 8, cause: 'mention' });
    await notes.show({ ...note, seq: 9, cause: 'missed_call' });
    expect(byWorker.map(({ options }) => options)).toMatchObject([
      { tag: 'chat:c1', data: { seq: 8, keys: ['said c1 7', 'said c1 8'] } },
      { tag: 'call:c1', data: { seq: 9, keys: ['missed_call c1 9'] } },
    ]);
  });

  it('leaves a call that rings alone, whatever is read', async () => {
    const { notes, byWorker } = aBrowser('granted', { isPushedTo: false });
    const shown = byWorker.push({
      title: 'Mira',
      options: { tag: 'call:c1', data: { seq: 0, cause: 'ringing_call' } },
    });
    await notes.takeBack(note.chatId, 7);
    expect(byWorker).toHaveLength(shown);
  });

  it('leaves it to a push, which is not shown to who looks at a window', async () => {
    const { notes, byWorker } = aBrowser('granted', { isPushedTo: true });
    await notes.show(note);
    expect(byWorker).toEqual([]);
    hasFocus.mockReturnValue(true);
    await notes.show(note);
    expect(byWorker).toHaveLength(1);
  });
});
