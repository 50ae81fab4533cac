import { textsOf } from '../language/texts';
import type { Words } from '../language/words';

/** Every word of the directory. */
const english = {
  title: 'Directory',
  pageTitle: {
    people: 'People · Directory · Parley',
    channels: 'Channels · Directory · Parley',
  },
  kind: 'What to look through',
  tabs: { people: 'People', channels: 'Channels' },
  findPeople: 'Find people',
  findPeopleHint: 'Name or username',
  nobody: 'Nobody of that name',
  nobodyHint: 'Look for the beginning of a name or a username.',
  more: 'Show more',
  write: 'Message',
  writeTo: (name: string) => `Message ${name}`,
  card: (name: string) => `${name}: who they are`,
  you: '(you)',
} as const;

export type DirectoryTexts = Words<typeof english>;

export const directoryTexts = textsOf('directory', english);
