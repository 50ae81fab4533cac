import { callServerEvents, serverEvents, type ServerEventName } from '@app/contracts';
import { eventually, freshDatabaseUri } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { purge, StoredHistory } from '../retention/stored-history.js';
import { topologies, type Deployment } from '../topologies/index.js';
import { Follower, welcomed } from './follower.js';
import { happenings, passing, type Story } from './happenings.js';

/** Events with a test of their own, below. */
const apart: readonly ServerEventName[] = ['chat_advanced', 'chat_head', 'history_expired'];

/** Events that say nothing of any state: they are about the connection. */
const ofTheConnection: readonly ServerEventName[] = [
  'ready',
  'auth_expiring',
  'draining',
  'problem',
];

/** Of files, of which a chat keeps what was known when they were sent. */
const ofFiles: readonly ServerEventName[] = ['preview_ready'];

/** Told to one person about themselves, and kept in lists of their own: they have scenarios. */
const ofOneself: readonly ServerEventName[] = ['export_ended', 'notice'];

/** Said to everybody, beside the chats: they have a scenario. */
const ofTheWorkspace: readonly ServerEventName[] = ['announcement', 'announcement_removed'];

/** Of a person's notifications: a list beside the chats, with scenarios of its own. */
const ofNotifications: readonly ServerEventName[] = [
  'notification_created',
  'notification_settings_changed',
  'notifications_read',
  'notifications_removed',
];

/** Of calls, of which a chat keeps the message about the end, as any other. */
const ofCalls = Object.keys(callServerEvents);

describe('The events of the contract', () => {
  it('are all told here, but for those about the connection', () => {
    const told = [...happenings, ...passing].map(({ event }) => event);
    const notHere = [
      ...apart,
      ...ofTheConnection,
      ...ofFiles,
      ...ofOneself,
      ...ofTheWorkspace,
      ...ofNotifications,
      ...ofCalls,
    ];
    const known = new Set<string>([...told, ...notHere]);
    expect([...known].sort()).toEqual(Object.keys(serverEvents).sort());
  });
});

describe.each(topologies)('old state + events = a fresh fetch, %s', (_, start) => {
  let deployment: Deployment;
  let others: Pick<Story, 'ada' | 'carol'>;
  let story: Story;
  let follower: Follower;
  let stored: StoredHistory;

  beforeAll(async () => {
    const uri = freshDatabaseUri();
    deployment = await start({ MONGODB_URI: uri });
    stored = await StoredHistory.open(uri);
    const ada = await Person.arrive(deployment.url, 'ada');
    // The first account founds #general: who comes at the same moment may not find it yet.
    await welcomed(ada);
    others = { ada, carol: await Person.register(deployment.url, 'carol') };
  });

  afterAll(async () => {
    others.ada.leave();
    await stored.close();
    await deployment.close();
  });

  // Bob is new each time, so that all that he fetches anew is of this story.
  beforeEach(async () => {
    const { ada, carol } = others;
    const bob = await Person.arrive(deployment.url, 'bob');
    // As her app does every 20 s: on a busy machine all of these stories outlast a lease.
    await ada.tell('heartbeat', { isActive: true });
    const chatId = await ada.group('a group', bob);
    await bob.send(chatId, 'first');
    const message = await ada.send(chatId, 'hello');
    await bob.tell('watch_presence', { userIds: [ada.id] });
    await bob.tell('join_chat', { chatId });
    await bob.hears('new_message', ({ id }) => id === message.id);
    story = { ada, bob, carol, chatId, message };
    follower = await Follower.of(bob);
  });

  afterEach(() => {
    expect(story.bob.complaints).toEqual([]);
    story.bob.leave();
  });

  it.each(happenings.map((happening) => [happening.what, happening] as const))(
    'when %s',
    async (__, { event, does }) => {
      const before = story.bob.all(event).length;
      await does(story);
      await eventually(() => expect(story.bob.all(event).length).toBeGreaterThan(before));
      await eventually(() => follower.mustEqualFresh());
    },
  );

  it.each(passing.map((happening) => [happening.what, happening] as const))(
    'when %s',
    async (__, { event, does }) => {
      const { ada, bob, chatId } = story;
      const before = bob.all(event).length;
      await does(story);
      await eventually(() => expect(bob.all(event).length).toBeGreaterThan(before));
      await eventually(() => follower.mustEqualPassing(chatId, [ada.id]));
    },
  );

  it.each([
    ['some', 0],
    ['all', 1],
  ])('when %s of the messages are too old', async (__, beyond) => {
    const { ada, bob, chatId, message } = story;
    const device = await bob.anotherDevice();
    const last = await ada.send(chatId, `all @here, look, @${bob.profile.username}`);
    for (const each of [bob, device]) await each.hears('new_message', ({ id }) => id === last.id);
    const glancing = await Follower.ofTheList(device);
    await stored.age(chatId, message.seq + beyond, 31);
    await ada.put(`/api/admin/retention/chats/${chatId}`, { days: 30 });
    await purge(ada);

    for (const each of [bob, device]) {
      const told = await each.hears('history_expired', (event) => event.chatId === chatId);
      expect(told.visibleFromSeq).toBe(message.seq + beyond + 1);
    }
    for (const each of [follower, glancing]) await eventually(() => each.mustEqualFresh());
    await ada.send(chatId, 'and on it goes');
    for (const each of [follower, glancing]) await eventually(() => each.mustEqualFresh());
    expect(device.complaints).toEqual([]);
    device.leave();
  });

  it('when a member who came later may not see what is edited', async () => {
    const { ada, carol, chatId, message } = story;
    await carol.connect();
    await ada.post(`/api/chats/${chatId}/members`, { userIds: [carol.id] });
    await carol.hears('chat_created', ({ id }) => id === chatId);
    const late = await Follower.of(carol);

    await ada.put(`/api/messages/${message.id}`, { text: 'not for Carol' });

    await carol.hears('chat_advanced', (event) => event.chatId === chatId);
    expect(JSON.stringify(carol.heard)).not.toContain('not for Carol');
    await eventually(() => late.mustEqualFresh());
    await eventually(() => follower.mustEqualFresh());
    carol.leave();
  });

  it('when a message is edited that Bob has hidden before he came', async () => {
    const { ada, bob, message } = story;
    await bob.delete(`/api/messages/${message.id}?scope=me`);
    const device = await bob.anotherDevice();
    const [late, glancing] = [await Follower.of(device), await Follower.ofTheList(device)];
    await ada.put(`/api/messages/${message.id}`, { text: 'not for Bob' });
    for (const each of [bob, device]) await each.hears('message_edited');
    for (const each of [follower, late, glancing]) await eventually(() => each.mustEqualFresh());
    expect(device.complaints).toEqual([]);
    device.leave();
  });

  it('when Bob hides messages while another device of his is away', async () => {
    const { ada, bob, chatId, message } = story;
    const device = await bob.anotherDevice();
    const last = await ada.send(chatId, `the last one, @${bob.profile.username}`);
    await device.hears('new_message', ({ id }) => id === last.id);
    const [open, glancing] = [await Follower.of(device), await Follower.ofTheList(device)];
    device.leave();
    for (const { id } of [last, message]) await bob.delete(`/api/messages/${id}?scope=me`);
    await device.connect();
    expect(device.all('message_hidden')).toEqual([]);

    for (const each of [open, glancing]) await each.recover();
    const row = glancing.state.chats.get(chatId)!;
    expect(row.info!.lastMessage).toMatchObject({ seq: last.seq, text: '', isHidden: true });
    expect(row.marks).toMatchObject({ unread: 0, mentions: 0 });
    for (const each of [follower, open, glancing]) await eventually(() => each.mustEqualFresh());
    expect(device.complaints).toEqual([]);
    device.leave();
  });

  it('when Bob wishes something else of a chat while another device of his is away', async () => {
    const { bob, chatId } = story;
    const device = await bob.anotherDevice();
    const each = await Follower.ofTheList(device);
    device.leave();
    await bob.put(`/api/chats/${chatId}/me`, { isFavourite: true, favouritePlace: 7 });
    await device.connect();
    await each.recover();
    expect(each.state.chats.get(chatId)!.info!.settings).toMatchObject({ favouritePlace: 7 });
    await eventually(() => each.mustEqualFresh());
    device.leave();
  });

  it('when much happens at once', async () => {
    const { ada, bob, chatId } = story;
    const work = Array.from({ length: 40 }, async (__, n) => {
      const speaker = n % 2 === 0 ? ada : bob;
      const message = await speaker.send(chatId, `message ${n}`);
      if (n % 3 === 0) await speaker.put(`/api/messages/${message.id}`, { text: `edited ${n}` });
      if (n % 5 === 0) await speaker.delete(`/api/messages/${message.id}`);
    });
    await Promise.all(work);
    await eventually(() => follower.mustEqualFresh());
  });
});

describe.each(topologies)('old state + the end of a chat, found anew, %s', (_, start) => {
  it('= a fresh fetch, where another process has written meanwhile', async () => {
    const environment = { MONGODB_URI: freshDatabaseUri() };
    const first = await start(environment);
    const ada = await Person.arrive(first.url, 'ada');
    await welcomed(ada);
    const bob = await Person.arrive(first.url, 'bob');
    // Before the second process is there: nobody does it twice.
    await welcomed(bob);
    const chatId = await ada.group('a group', bob);
    await ada.send(chatId, 'hello');

    const second = await start(environment);
    const there = await bob.anotherDevice(second.url);
    const follower = await Follower.of(there);
    const { seq } = await ada.send(chatId, 'that nobody tells them there');
    // They write where they believe the end to be, and find another one.
    await there.send(chatId, 'an answer');
    const head = await there.hears(
      'chat_head',
      (one) => one.chatId === chatId && one.headSeq >= seq,
    );
    expect(head.headRev).toBeGreaterThanOrEqual(seq);
    await follower.recover();
    await eventually(() => follower.mustEqualFresh());
    expect(there.complaints).toEqual([]);
    for (const person of [ada, bob, there]) person.leave();
    await Promise.all([first.close(), second.close()]);
  }, 30_000);
});
