import type { ChatId, Message, ServerEventName } from '@app/contracts';
import type { Person } from '../people/person.js';
import { giveAvatar, pixel, uploaded } from '../people/uploads.js';

/** What happens, and the event by which Bob learns of it. */
export interface Happening {
  readonly what: string;
  readonly event: ServerEventName;
  readonly does: (story: Story) => Promise<unknown>;
}

export interface Story {
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

const reactionPath = ({ id }: Message, emoji: string) =>
  `/api/messages/${id}/reactions/${encodeURIComponent(emoji)}`;

export const happenings: readonly Happening[] = [
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
    what: 'a message calls everybody',
    event: 'new_message',
    does: ({ ada, chatId }) => ada.send(chatId, 'all @here, look'),
  },
  {
    what: 'an unread message calls everybody no longer',
    event: 'message_edited',
    does: async ({ ada, chatId }) => {
      const { id } = await ada.send(chatId, '@channel, lunch');
      await ada.put(`/api/messages/${id}`, { text: 'lunch' });
    },
  },
  {
    what: 'an unread message that calls everybody is deleted',
    event: 'message_deleted',
    does: async ({ ada, chatId }) => {
      const { id } = await ada.send(chatId, '@channel, lunch');
      await ada.delete(`/api/messages/${id}`);
    },
  },
  {
    what: 'somebody reacts to a message',
    event: 'message_edited',
    does: ({ ada, message }) => ada.put(reactionPath(message, '👍'), {}),
  },
  {
    what: 'somebody reacts to what one has said who is not in the chat any more',
    event: 'message_edited',
    does: async ({ ada, carol, chatId }) => {
      await ada.post(`/api/chats/${chatId}/members`, { userIds: [carol.id] });
      const { body } = await carol.post('/api/messages', { chatId, text: 'farewell' });
      await ada.delete(`/api/chats/${chatId}/members/${carol.id}`);
      await ada.put(reactionPath(body as Message, '👍'), {});
    },
  },
  {
    what: 'a reaction is taken back',
    event: 'message_edited',
    does: async ({ ada, bob, message }) => {
      await bob.put(reactionPath(message, '❤️'), {});
      await ada.put(reactionPath(message, '👍'), {});
      await ada.delete(reactionPath(message, '👍'));
    },
  },
  {
    what: 'a message with a reaction is deleted',
    event: 'message_deleted',
    does: async ({ ada, message }) => {
      await ada.put(reactionPath(message, '👍'), {});
      await ada.delete(`/api/messages/${message.id}`);
    },
  },
  {
    what: 'a message is pinned',
    event: 'message_edited',
    does: ({ ada, message }) => ada.put(`/api/messages/${message.id}/pin`, {}),
  },
  {
    what: 'a pinned message is taken down',
    event: 'message_edited',
    does: async ({ ada, message }) => {
      await ada.put(`/api/messages/${message.id}/pin`, {});
      await ada.delete(`/api/messages/${message.id}/pin`);
    },
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
export const passing: readonly Happening[] = [
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
