import { emojiPickerEnglish } from '@app/web-ui';
import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word around the field in which one writes. */
const english = {
  emoji: 'Emoji',
  noEmoji: 'The emoji could not be loaded: there is no connection to the server.',
  tryAgain: 'Try again',
  picker: emojiPickerEnglish,
  onlyReading: 'You can read here, and not write.',
  everybodyHere: 'Everybody who is online',
  everybody: 'Everybody in this chat',
  editHint: (enter: string) => `${enter} saves, Esc cancels`,
  homeless: (notes: string) =>
    `You are no longer in a chat that you wrote to. What was not sent waits in “${notes}”.`,
} as const;

export type WritingTexts = Words<typeof english>;

export const writingTexts = textsOf('writing', english);
