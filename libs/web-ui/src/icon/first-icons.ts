import arrowUp from 'lucide-static/icons/arrow-up.svg';
import bellOff from 'lucide-static/icons/bell-off.svg';
import check from 'lucide-static/icons/check.svg';
import checkCheck from 'lucide-static/icons/check-check.svg';
import circleAlert from 'lucide-static/icons/circle-alert.svg';
import clock from 'lucide-static/icons/clock.svg';
import cloudOff from 'lucide-static/icons/cloud-off.svg';
import ellipsis from 'lucide-static/icons/ellipsis.svg';
import messagesSquare from 'lucide-static/icons/messages-square.svg';
import pencil from 'lucide-static/icons/pencil.svg';
import search from 'lucide-static/icons/search.svg';
import settings from 'lucide-static/icons/settings.svg';
import squarePen from 'lucide-static/icons/square-pen.svg';
import x from 'lucide-static/icons/x.svg';

/**
 * Icons that stand in the first picture, or in every row: they come with the code, so that none of
 * them appears late. Each costs the first load some 45 bytes; all others belong to `laterIcons`.
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
} as const satisfies Record<string, string>;
