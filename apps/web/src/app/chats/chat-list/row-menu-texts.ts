import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word of the menu of a chat in the list. */
const english = {
  deeds: {
    read: 'Mark as read',
    favourite: 'Add to favourites',
    plain: 'Remove from favourites',
    up: 'Move up',
    down: 'Move down',
    mute: 'Mute…',
    unmute: 'Unmute',
    details: 'Details',
  },
  leave: 'Leave…',
  hide: 'Hide…',
  spans: { hour: 'For an hour', 'working-day': 'For 8 hours', always: 'Until I unmute it' },
} as const;

export type RowMenuTexts = Words<typeof english>;

export const rowMenuTexts = textsOf('rowMenu', english);
