import type { EmojiGroupKey } from './emoji-book';

/** What tones 1 to 5 are. */
export type ToneName = 'light' | 'mediumLight' | 'medium' | 'mediumDark' | 'dark';

/** The words of the picker; the names of emoji come with the data. */
export interface EmojiPickerTexts {
  readonly search: string;
  readonly groups: string;
  readonly recent: string;
  readonly found: string;
  readonly noMatch: string;
  readonly tone: string;
  readonly noTone: string;
  readonly groupNames: Readonly<Record<EmojiGroupKey, string>>;
  readonly toneNames: Readonly<Record<ToneName, string>>;
}

/** In English: the source that translations are made from, and what the gallery shows. */
export const emojiPickerEnglish = {
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
} as const satisfies EmojiPickerTexts;
