import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word about places in a chat that an address names. */
const english = {
  noSuchMessage: 'There is no such message in this chat.',
} as const;

export type PlaceTexts = Words<typeof english>;

export const placeTexts = textsOf('places', english);
