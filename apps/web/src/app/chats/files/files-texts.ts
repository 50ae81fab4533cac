import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word about files in messages. */
const english = {
  voice: 'Voice message',
  unplayed: 'Not played yet',
  pages: (count: number) => (count === 1 ? '1 page' : `${count} pages`),
  open: (name: string) => `Open ${name}`,
  download: (name: string) => `Download ${name}`,
  save: 'Download',
  close: 'Close',
  next: 'Next',
  previous: 'Previous',
  placeOf: (place: number, all: number) => `${place} of ${all}`,
  gone: 'This file is not here any more.',
  play: (name: string) => `Play ${name}`,
  pause: 'Pause',
  position: 'Position',
  speed: (times: string) => `Speed ${times}`,
  playedOf: (now: string, all: string) => `${now} of ${all}`,
  notPlayed: 'This browser cannot play this file.',
  kindsLabel: 'Kinds of files',
  kinds: { visual: 'Media', document: 'Documents', sound: 'Audio', other: 'Other' },
  none: {
    visual: 'No pictures or films yet',
    document: 'No documents yet',
    sound: 'Nothing to listen to yet',
    other: 'No other files yet',
  },
  noneHint: 'What is sent in this chat is found again here.',
  place: 'Show in the chat',
  showPlace: (name: string) => `Show ${name} in the chat`,
  again: 'Try again',
} as const;

export type FilesTexts = Words<typeof english>;

export const filesTexts = textsOf('files', english);
