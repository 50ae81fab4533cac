import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word around the field in which one writes. */
const english = {
  emoji: 'Emoji',
  noEmoji: 'The emoji could not be loaded: there is no connection to the server.',
  tryAgain: 'Try again',
  picker: {
    search: 'Find emoji',
    groups: 'Groups of emoji',
    recent: 'Lately used',
    found: 'Found',
    noMatch: 'No emoji of that name',
    tone: 'Tone of skin',
    noTone: 'No tone',
    groupNames: {
      smileys: 'Smileys & emotion',
      people: 'People & body',
      nature: 'Animals & nature',
      food: 'Food & drink',
      travel: 'Travel & places',
      activities: 'Activities',
      objects: 'Objects',
      symbols: 'Symbols',
      flags: 'Flags',
    },
    toneNames: {
      light: 'light skin tone',
      mediumLight: 'medium-light skin tone',
      medium: 'medium skin tone',
      mediumDark: 'medium-dark skin tone',
      dark: 'dark skin tone',
    },
  },
  everybodyHere: 'Everybody who is online',
  everybody: 'Everybody in this chat',
} as const;

export type WritingTexts = Words<typeof english>;

export const writingTexts = textsOf('writing', english);
