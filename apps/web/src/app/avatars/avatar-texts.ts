import { textsOf } from '../language/texts';
import type { Words } from '../language/words';

/** What is said where somebody, or a chat, is given a picture. */
const english = {
  choose: 'Choose a picture',
  change: 'Change picture',
  remove: 'Remove picture',
  save: 'Save picture',
  cancel: 'Cancel',
  hint: 'Or drop one here. Others see its middle, as a square.',
  preview: 'This is how others will see it.',
  saved: 'Picture saved',
  removed: 'Picture removed',
  notAPicture: 'This cannot be read as a picture. Try a JPEG, PNG or WebP.',
} as const;

export type AvatarTexts = Words<typeof english>;

export const avatarTexts = textsOf('avatars', english);
