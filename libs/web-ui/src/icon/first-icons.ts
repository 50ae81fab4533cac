import type { IconNode } from 'lucide';
import arrowUp from 'lucide/dist/esm/icons/arrow-up.mjs';
import bellOff from 'lucide/dist/esm/icons/bell-off.mjs';
import check from 'lucide/dist/esm/icons/check.mjs';
import checkCheck from 'lucide/dist/esm/icons/check-check.mjs';
import circleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import clock from 'lucide/dist/esm/icons/clock.mjs';
import cloudOff from 'lucide/dist/esm/icons/cloud-off.mjs';
import ellipsis from 'lucide/dist/esm/icons/ellipsis.mjs';
import messagesSquare from 'lucide/dist/esm/icons/messages-square.mjs';
import pencil from 'lucide/dist/esm/icons/pencil.mjs';
import search from 'lucide/dist/esm/icons/search.mjs';
import settings from 'lucide/dist/esm/icons/settings.mjs';
import squarePen from 'lucide/dist/esm/icons/square-pen.mjs';
import x from 'lucide/dist/esm/icons/x.mjs';

/**
 * Icons that stand in the first picture, or in every row: they come with the code, so that none of
 * them appears late. Each costs the first load some 35 bytes; all others belong to `laterIcons`.
 */
export const firstIcons = {
  'arrow-up': arrowUp,
  'bell-off': bellOff,
  check,
  'check-check': checkCheck,
  'circle-alert': circleAlert,
  clock,
  'cloud-off': cloudOff,
  ellipsis,
  'messages-square': messagesSquare,
  pencil,
  search,
  settings,
  'square-pen': squarePen,
  x,
} as const satisfies Record<string, IconNode>;
