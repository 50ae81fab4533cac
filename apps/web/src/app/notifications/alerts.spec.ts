import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { adoptChatList } from '@app/chat-state';
import {
  defaultNotificationSettings,
  type ChatId,
  type Message,
  type Notification,
  type UserId,
} from '@app/contracts';
import { aChat } from '@app/contracts/testing';
import type { ConnectionNews } from '@app/web-realtime';
import { ada, aMessage, aRow, jonas, mira } from '../chats/testing/builders';
import { FakeChatStore, provideFakes } from '../chats/testing/fake-chat-store';
import { Blocks } from '../data-access/blocks';
import { ChatWiring } from '../data-access/chat-wiring';
import { AlertClaims } from './alert-claims';
import { Alerts } from './alerts';
import { Chime } from './chime';
import { DesktopNotes, type DesktopNote } from './desktop-notes';
import { LookedAt } from './looked-at';
import { PlainNews } from './plain-news';
import { aNotification } from './testing/a-notification';

/** A tab of Ada's, who blocks Jonas; it is looked at. `isMine`: it is this one that alerts. */
async function aTab({ isMine = true, isPlainAlert = true, settings = {} } = {}) {
  let sounds = 1;
  const elsewhere: ChatId[] = [];
  const store = new FakeChatStore();
  store.chats.set([aRow()]);
  let hear = (_: ConnectionNews): void => undefined;
  const connection = {
    listen: (listener: (news: ConnectionNews) => void) => {
      hear = listener;
      return () => undefined;
    },
  };
  Object.assign(store.client, { connection });
  const [waits, notes]: [number[], DesktopNote[]] = [[], []];
  const [ids, taken]: [string[], string[]] = [[], []];
  const chime = { play: jest.fn() };
  const claim = (id: string, waitMs: number) => {
    ids.push(id);
    waits.push(waitMs);
    return Promise.resolve(isMine);
  };
  const rest = { request: () => Promise.resolve({ ...defaultNotificationSettings, ...settings }) };
  const blocked = signal<ReadonlySet<UserId>>(new Set());
  const list = () => {
    blocked.set(new Set([jonas.id]));
    return Promise.resolve();
  };
  TestBed.configureTestingModule({
    providers: [
      provideFakes(store),
      { provide: ChatWiring, useValue: { rest } },
      { provide: Blocks, useValue: { known: blocked, list } },
      { provide: AlertClaims, useValue: { claim } },
      {
        provide: LookedAt,
        useValue: {
          isHere: (chatId: ChatId) => document.hasFocus() && store.chatId() === chatId,
          isAnywhere: (chatId: ChatId) => Promise.resolve(elsewhere.includes(chatId)),
        },
      },
      { provide: Chime, useValue: chime },
      {
        provide: DesktopNotes,
        useValue: {
          show: (note: DesktopNote) => Promise.resolve(void notes.push(note)),
          takeBack: (chatId: ChatId, seq: number) =>
            Promise.resolve(void taken.push(`${chatId} ${seq}`)),
        },
      },
      // One sound, and then it is quiet for a while.
      {
        provide: PlainNews,
        useValue: { isAlert: () => isPlainAlert, takeSound: () => sounds-- > 0 },
      },
    ],
  });
  TestBed.inject(Alerts);
  const settle = async () => {
    for (let turns = 0; turns < 5; turns++) await Promise.resolve();
  };
  await settle();
  const alert = async (notification: Notification, isAlert = true) => {
    hear({
      kind: 'event',
      name: 'notification_created',
      event: { notification, isAlert, unread: 1 },
    });
    await settle();
    return { sounds: chime.play.mock.calls.length, notes };
  };
  const say = async (message: Message) => {
    hear({ kind: 'event', name: 'new_message', event: message });
    await settle();
    return { sounds: chime.play.mock.calls.length, notes };
  };
  return { store, elsewhere, hear, waits, ids, taken, blocked, alert, say };
}

describe('Alerts', () => {
  let hasFocus: jest.SpiedFunction<() => boolean>;
  beforeEach(() => {
    hasFocus = jest.spyOn(document, 'hasFocus').mockReturnValue(true);
  });
  afterEach(() => hasFocus.mockRestore());

  it('makes a sound, and shows who has said what, and where', async () => {
    const { alert } = await aTab();
    expect(await alert(aNotification(7, { text: '**Hello** @ada' }))).toEqual({
      sounds: 1,
      notes: [
        {
          title: 'Mira Okafor · Release crew',
          ...{ body: 'Hello @ada', chatId: 'c1', seq: 7, cause: 'mention' },
        },
      ],
    });
  });

  it('is silent about what is no alert', async () => {
    const { alert, waits } = await aTab();
    expect([await alert(aNotification(1), false), waits]).toEqual([{ sounds: 0, notes: [] }, []]);
  });

  it('leaves it to the tab that has it', async () => {
    const { alert } = await aTab({ isMine: false });
    expect(await alert(aNotification(1))).toEqual({ sounds: 0, notes: [] });
  });

  it('has it first and is silent where the chat is looked at', async () => {
    const { store, alert, waits } = await aTab();
    store.chatId.set('c1' as ChatId);
    expect([await alert(aNotification(1)), waits]).toEqual([{ sounds: 0, notes: [] }, [0]]);
  });

  it('is silent where the chat is looked at in another tab, though it has it', async () => {
    const { elsewhere, alert } = await aTab();
    elsewhere.push('c1' as ChatId);
    expect(await alert(aNotification(1))).toEqual({ sounds: 0, notes: [] });
  });

  it('alerts of a chat that is open and not looked at, after those that are', async () => {
    const { store, alert, waits } = await aTab();
    await alert(aNotification(1));
    store.chatId.set('c1' as ChatId);
    hasFocus.mockReturnValue(false);
    expect((await alert(aNotification(2))).sounds).toBe(2);
    expect(waits[1]).toBeGreaterThan(waits[0]!);
  });

  it.each([
    ['sender', 'Mira Okafor · Release crew'],
    ['id-only', 'Parley'],
  ] as const)('shows no more than the person wants: %s', async (push, title) => {
    const { alert } = await aTab({ settings: { push } });
    const { notes } = await alert(aNotification(1));
    expect(notes).toMatchObject([{ title, body: 'You were mentioned' }]);
  });

  it('makes no sound where none is wanted, as soon as that is changed', async () => {
    const { hear, alert } = await aTab({ settings: { sound: false } });
    expect(await alert(aNotification(1))).toMatchObject({ sounds: 0, notes: [{ seq: 1 }] });
    const event = { ...defaultNotificationSettings, sound: true };
    hear({ kind: 'event', name: 'notification_settings_changed', event });
    expect((await alert(aNotification(2))).sounds).toBe(1);
  });

  it('makes a sound of a plain message, one for many, and shows each', async () => {
    const { say, ids } = await aTab();
    const message = aMessage({ seq: 7, senderId: mira.id, text: 'Hello **you**' });
    const note = {
      title: 'Mira Okafor · Release crew',
      ...{ body: 'Hello you', chatId: 'c1', seq: 7, cause: 'message' },
    };
    expect(await say(message)).toEqual({ sounds: 1, notes: [note] });
    // By the name that an entry of the list has: of both one is told.
    expect(ids).toEqual([`${message.id}:${ada.id}`]);
    const file = aMessage({ seq: 8, senderId: mira.id, text: '' });
    const second = { ...note, body: 'New message', seq: 8 };
    expect(await say(file)).toEqual({ sounds: 1, notes: [note, second] });
  });

  it('is silent about a plain message that is no alert', async () => {
    const { say } = await aTab({ isPlainAlert: false });
    expect(await say(aMessage({ seq: 7 }))).toEqual({ sounds: 0, notes: [] });
  });

  it('is silent about what somebody says whom I block, until I do no more', async () => {
    const { say, blocked } = await aTab();
    const silent = { sounds: 0, notes: [] };
    expect(await say(aMessage({ seq: 7, senderId: jonas.id }))).toEqual(silent);
    blocked.set(new Set());
    expect((await say(aMessage({ seq: 8, senderId: jonas.id }))).sounds).toBe(1);
  });

  it('is silent about what was read meanwhile on another device', async () => {
    const { store, alert } = await aTab();
    const read = aChat({ id: 'c1' as ChatId, headSeq: 7, headRev: 7, lastReadSeq: 7 });
    store.client.state.update((state) => adoptChatList(state, [read]));
    expect((await alert(aNotification(7))).sounds).toBe(0);
    expect((await alert(aNotification(7, { kind: 'added' }))).sounds).toBe(1);
    expect((await alert(aNotification(8))).sounds).toBe(2);
  });

  it('takes back what is read, on whichever device', async () => {
    const { hear, taken } = await aTab();
    const counts = { lastDeliveredSeq: 7, unread: 0, mentions: 0 };
    const event = { chatId: 'c1' as ChatId, lastReadSeq: 7, ...counts };
    hear({ kind: 'event', name: 'read_state', event });
    expect(taken).toEqual(['c1 7']);
  });
});
