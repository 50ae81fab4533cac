import {
  callServerEvents,
  serverEvents,
  type ChatId,
  type Message,
  type ServerEventName,
} from '@app/contracts';
import { eventually, freshDatabaseUri } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { giveAvatar, pixel, uploaded } from '../people/uploads.js';
import { topologies, type Deployment } from '../topologies/index.js';
import { Follower, welcomed } from './follower.js';

/** What happens, and the event by which Bob learns of it. */
interface Happening {
  readonly what: string;
  readonly event: ServerEventName;
  readonly does: (story: Story) => Promise<unknown>;
}

interface Story {
  readonly ada: Person;
  readonly bob: Person;
  readonly carol: Person;
  readonly chatId: ChatId;
  /** By Ada, unread by Bob. */
  readonly message: Message;
}

async function sendPixel(person: Person, chatId: ChatId): Promise<Message> {
  const { id } = await uploaded(person, { chatId, name: 'pixel.png', content: pixel });
  return person.send(chatId, '', { fileIds: [id] });
}

const happenings: readonly Happening[] = [
  {
    what: 'a message comes',
    event: 'new_message',
    does: ({ ada, chatId }) => ada.send(chatId, 'news'),
  },
  {
    what: 'a message mentions Bob',
    event: 'new_message',
    does: ({ ada, bob, chatId }) => ada.send(chatId, `look, @${bob.profile.username}`),
  },
  {
    what: 'a file comes',
    event: 'new_message',
    does: ({ ada, chatId }) => sendPixel(ada, chatId),
  },
  {
    what: 'a message with a file is deleted',
    event: 'message_deleted',
    does: async ({ ada, chatId }) => {
      const { id } = await sendPixel(ada, chatId);
      await ada.delete(`/api/messages/${id}`);
    },
  },
  {
    what: 'Bob speaks, on another device',
    event: 'new_message',
    does: async ({ bob, chatId }) => {
      const device = await bob.anotherDevice();
      await device.send(chatId, 'it is me');
      device.leave();
    },
  },
  {
    what: 'a message is edited',
    event: 'message_edited',
    does: ({ ada, message }) => ada.put(`/api/messages/${message.id}`, { text: 'better' }),
  },
  {
    what: 'an unread message is deleted',
    event: 'message_deleted',
    does: ({ ada, message }) => ada.delete(`/api/messages/${message.id}`),
  },
  {
    what: 'Bob hides a message, on another device',
    event: 'message_hidden',
    does: ({ bob, message }) => bob.delete(`/api/messages/${message.id}?scope=me`),
  },
  {
    what: 'a message that Bob has hidden is edited',
    event: 'message_edited',
    does: async ({ ada, bob, message }) => {
      await bob.delete(`/api/messages/${message.id}?scope=me`);
      await ada.put(`/api/messages/${message.id}`, { text: 'not for Bob' });
    },
  },
  {
    what: 'a message that Bob has hidden is deleted for everybody',
    event: 'message_deleted',
    does: async ({ ada, bob, message }) => {
      await bob.delete(`/api/messages/${message.id}?scope=me`);
      await ada.delete(`/api/messages/${message.id}`);
    },
  },
  {
    what: 'the chat is renamed',
    event: 'chat_updated',
    does: ({ ada, chatId }) => ada.put(`/api/chats/${chatId}`, { name: 'Another name' }),
  },
  {
    what: 'the chat is given a picture',
    event: 'chat_updated',
    does: ({ ada, chatId }) => giveAvatar(ada, `/api/chats/${chatId}/avatar`),
  },
  {
    what: 'its picture is taken from the chat',
    event: 'chat_updated',
    does: async ({ ada, chatId }) => {
      await giveAvatar(ada, `/api/chats/${chatId}/avatar`);
      await ada.delete(`/api/chats/${chatId}/avatar`);
    },
  },
  {
    what: 'somebody is added',
    event: 'chat_updated',
    does: ({ ada, carol, chatId }) =>
      ada.post(`/api/chats/${chatId}/members`, { userIds: [carol.id] }),
  },
  {
    what: 'Bob gets another role',
    event: 'new_message',
    does: ({ ada, bob, chatId }) =>
      ada.put(`/api/chats/${chatId}/members/${bob.id}`, { role: 'admin' }),
  },
  {
    what: 'a chat with Bob is made',
    event: 'chat_created',
    does: ({ ada, bob, carol }) => ada.group('another', bob, carol),
  },
  {
    what: 'the chat is deleted',
    event: 'chat_deleted',
    does: ({ ada, chatId }) => ada.delete(`/api/chats/${chatId}`),
  },
  {
    what: 'Bob is removed',
    event: 'chat_deleted',
    does: ({ ada, bob, chatId }) => ada.delete(`/api/chats/${chatId}/members/${bob.id}`),
  },
  {
    what: 'Bob reads, on another device',
    event: 'read_state',
    does: ({ bob, chatId, message }) => bob.tell('read_message', { chatId, seq: message.seq }),
  },
  {
    what: 'Bob changes his settings of the chat, on another device',
    event: 'chat_settings_changed',
    does: ({ bob, chatId }) =>
      bob.put(`/api/chats/${chatId}/me`, {
        level: 'mentions',
        isFavourite: true,
        favouritePlace: 3,
      }),
  },
  {
    what: 'Ada reads',
    event: 'message_read',
    does: async ({ ada, bob, chatId }) => {
      const { seq } = await bob.send(chatId, 'read this');
      await ada.tell('read_message', { chatId, seq });
    },
  },
  {
    what: 'a message reaches Ada',
    event: 'message_delivered',
    does: async ({ ada, bob, chatId }) => {
      const { seq } = await bob.send(chatId, 'take this');
      await ada.tell('delivered_message', { chatId, seq });
    },
  },
  {
    what: 'Ada changes her name',
    event: 'user_updated',
    does: ({ ada }) => ada.put(`/api/users/${ada.id}`, { name: 'Ada L.' }),
  },
];

/** What is told of people and typists, who are in no comparison of chats. */
const passing: readonly Happening[] = [
  {
    what: 'Ada does not wish to be disturbed',
    event: 'user_status',
    does: ({ ada }) => ada.tell('set_presence', { presence: 'dnd' }),
  },
  {
    what: 'Ada hides',
    event: 'user_status',
    does: ({ ada }) => ada.tell('set_presence', { presence: 'invisible' }),
  },
  {
    what: 'Ada types',
    event: 'user_typing',
    does: ({ ada, chatId }) => ada.tell('typing', { chatId, isTyping: true }),
  },
  {
    what: 'Ada types no more',
    event: 'user_typing',
    does: async ({ ada, chatId }) => {
      await ada.tell('typing', { chatId, isTyping: true });
      await ada.tell('typing', { chatId, isTyping: false });
    },
  },
];

/** Events with a test of their own, below. */
const apart: readonly ServerEventName[] = ['chat_advanced', 'chat_head'];

/** Events that say nothing of any state: they are about the connection. */
const ofTheConnection: readonly ServerEventName[] = [
  'ready',
  'auth_expiring',
  'draining',
  'problem',
];

/** Of files, of which a chat keeps what was known when they were sent. */
const ofFiles: readonly ServerEventName[] = ['preview_ready'];

/** Of calls, of which a chat keeps the message about the end, as any other. */
const ofCalls = Object.keys(callServerEvents);

describe('The events of the contract', () => {
  it('are all told here, but for those about the connection', () => {
    const told = [...happenings, ...passing].map(({ event }) => event);
    const notHere = [...apart, ...ofTheConnection, ...ofFiles, ...ofCalls];
    const known = new Set<string>([...told, ...notHere]);
    expect([...known].sort()).toEqual(Object.keys(serverEvents).sort());
  });
});

describe.each(topologies)('old state + events = a fresh fetch, %s', (_, start) => {
  let deployment: Deployment;
  let others: Pick<Story, 'ada' | 'carol'>;
  let story: Story;
  let follower: Follower;

  beforeAll(async () => {
    deployment = await start();
    const ada = await Person.arrive(deployment.url, 'ada');
    // The first account founds #general: who comes at the same moment may not find it yet.
    await welcomed(ada);
    others = { ada, carol: await Person.register(deployment.url, 'carol') };
  });

  afterAll(async () => {
    others.ada.leave();
    await deployment.close();
  });

  // Bob is new each time, so that all that he fetches anew is of this story.
  beforeEach(async () => {
    const { ada, carol } = others;
    const bob = await Person.arrive(deployment.url, 'bob');
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
  it('= a fresh fetch, after the server was started again', async () => {
    const environment = { MONGODB_URI: freshDatabaseUri() };
    const first = await start(environment);
    const ada = await Person.arrive(first.url, 'ada');
    await welcomed(ada);
    const bob = await Person.arrive(first.url, 'bob');
    // Before the restart: nobody does it after it.
    await welcomed(bob);
    const chatId = await ada.group('a group', bob);
    const { seq } = await ada.send(chatId, 'hello');
    for (const person of [ada, bob]) person.leave();
    await first.close();

    const second = await start(environment);
    const back = await bob.anotherDevice(second.url);
    const follower = await Follower.of(back);
    const head = await back.hears('chat_head', (one) => one.chatId === chatId);
    expect(head).toMatchObject({ headSeq: seq });
    await eventually(() => follower.mustEqualFresh());
    expect(back.complaints).toEqual([]);
    back.leave();
    await second.close();
  }, 30_000);
});
