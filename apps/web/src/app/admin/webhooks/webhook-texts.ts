import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word of webhooks, the outgoing and the incoming ones. */
const english = {
  way: 'Which webhooks',
  ways: { outgoing: 'Outgoing', incoming: 'Incoming' },
  webhook: 'Webhook',
  chat: 'Chat',
  chats: 'Chats',
  state: 'State',
  lastUsed: 'Last used',
  never: 'Never',
  states: { active: 'Active', paused: 'Paused', disabled: 'Disabled' },
  manyChats: (count: number) => (count === 1 ? '1 chat' : `${count} chats`),
  otherChat: 'A chat that you do not run',
  make: 'Make a webhook',
  none: {
    outgoing: 'There is no outgoing webhook yet',
    incoming: 'There is no incoming webhook yet',
  },
  noneHint: {
    outgoing: 'Make one to have what is said here posted to a program.',
    incoming: 'Make one for a program that has something to say here.',
  },
  makeHint: {
    outgoing: 'What is said in the chosen chats from now on is posted to an address, and signed.',
    incoming: 'It is an address. Whoever has it can write in the chat, and read nothing.',
  },
  name: 'Name',
  nameMissing: 'Give it a name.',
  url: 'Address',
  urlHint: 'It has to begin with https://.',
  urlInvalid: 'This address is not accepted.',
  events: 'What it hears of',
  eventsMissing: 'Choose one thing at least.',
  event: {
    'message.created': 'New messages',
    'message.updated': 'Changed messages',
    'message.deleted': 'Deleted messages',
    ping: 'A trial',
  },
  chatsMissing: 'Choose one chat at least.',
  noChats: 'Webhooks are for the admins of a chat, and you are none of any.',
  tooMany: 'There are as many webhooks as there may be. Remove one first.',
  mayCallAll: '@channel and @here call everybody',
  mayCallAllHint: 'Otherwise they call nobody.',
  secret: 'The secret',
  secretHint: 'Shown only this once. What is posted is signed with it.',
  address: 'Where programs post to',
  addressHint: 'Shown only this once. Whoever has it can write in the chat.',
  copy: 'Copy',
  copied: 'Copied',
  pause: 'Pause',
  goOn: 'Let it go on',
  ping: 'Post a trial',
  newSecret: 'New secret',
  newSecretTitle: (name: string) => `A new secret: ${name}?`,
  newSecretText:
    'From now on all that is posted is signed with a new secret, which is shown once, here. Until the program knows it, it has to refuse what comes: that is tried again for about half an hour and then given up, and can be posted again from here.',
  newAddress: 'New address',
  newAddressTitle: (name: string) => `A new address: ${name}?`,
  newAddressText:
    'The former one leads nowhere from now on: what programs post there is refused. The new one is shown once, here, and the programs have to know it.',
  remove: 'Remove',
  removeTitle: (name: string) => `Remove: ${name}?`,
  removeText: {
    outgoing: 'Nothing more is posted, and what is noted of its deliveries is gone.',
    incoming: 'Its address leads nowhere. What it has said stays.',
  },
  made: (day: string) => `made ${day}`,
  lastError: 'Why the last try failed',
  save: 'Save',
  deliveries: 'Deliveries',
  which: 'Which deliveries',
  shown: { all: 'All', dead: 'Given up' },
  delivery: { delivered: 'Delivered', dead: 'Given up', waiting: 'On its way' },
  tries: (count: number) => (count === 1 ? '1 try' : `${count} tries`),
  answered: (status: number) => `answered ${status}`,
  replay: 'Post again',
  replayOf: (what: string) => `Post again: ${what}`,
  noDeliveries: 'Nothing yet.',
  more: 'Show more',
} as const;

export type WebhookTexts = Words<typeof english>;

export const webhookTexts = textsOf('webhooks', english);
