import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word of choosing people, and of making and changing chats. */
const english = {
  find: 'Find people',
  findHint: 'Name or username',
  nobody: 'Nobody of that name',
  startTyping: 'Type a name to find people.',
  chosen: 'Chosen people',
  remove: (name: string) => `Remove ${name}`,
  newChat: 'New chat',
  kind: 'Kind of chat',
  kinds: { direct: 'Direct', group: 'Group', channel: 'Channel', browse: 'Browse' },
  notes: 'Notes to self',
  notesHint: 'Only you see them',
  notesGlyph: 'Me',
  groupName: 'Name of the group',
  channelName: 'Name of the channel',
  slug: 'Address',
  slugHint: 'Small letters, digits and dashes',
  topic: 'Topic',
  topicHint: 'What is it about? May stay empty.',
  isPrivate: 'Private',
  isPrivateHint: 'Only those who are invited find and join it.',
  adminsPost: 'Announcements only',
  adminsPostHint: 'Only admins write; everyone reads.',
  create: 'Create',
  cancel: 'Cancel',
  save: 'Save',
  add: 'Add',
  addPeople: 'Add people',
  findChannels: 'Find channels',
  noChannels: 'No public channel of that name',
  join: 'Join',
  write: 'Message',
  open: 'Open',
  members: (count: number) => (count === 1 ? '1 person' : `${count} people`),
  nameMissing: 'Give it a name.',
  slugInvalid: 'Small letters, digits and dashes, 64 at most.',
  slugTaken: 'There is a channel of this address already.',
  tooFew: 'Choose two people at least; for one, take a direct chat.',
  editChat: 'Name and topic',
  name: 'Name',
} as const;

export type PeopleTexts = Words<typeof english>;

export const peopleTexts = textsOf('people', english);
