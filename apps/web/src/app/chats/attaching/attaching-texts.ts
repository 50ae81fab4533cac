import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word about files that are chosen, and on their way. */
const english = {
  attach: 'Attach files',
  tray: 'Files to send',
  remove: (name: string) => `Remove ${name}`,
  attached: (count: number) => (count === 1 ? '1 file attached' : `${count} files attached`),
  removed: (name: string) => `${name} removed`,
  refused: (name: string, why: string) => `${name}: ${why}`,
  problems: {
    tooLarge: (most: string) => `Too large: ${most} at most`,
    empty: 'This file is empty',
    folder: 'Folders cannot be sent',
    tooMany: (most: number) => `${most} at a time: send it after these`,
  },
  drop: (title: string) => `Drop here for ${title}`,
  dropHint: 'Nothing is sent before you say so.',
  waiting: 'Waiting',
  sent: (part: string, all: string) => `${part} of ${all}`,
  uploaded: 'Uploaded',
  paused: 'Paused',
  onlyHere: 'Kept only while this page is open',
  progressOf: (name: string) => `Upload of ${name}`,
  pause: (name: string) => `Pause ${name}`,
  resume: (name: string) => `Resume ${name}`,
  without: (name: string) => `Send without ${name}`,
  percent: (name: string, percent: string) => `${name}: ${percent}`,
} as const;

export type AttachingTexts = Words<typeof english>;

export const attachingTexts = textsOf('attaching', english);
