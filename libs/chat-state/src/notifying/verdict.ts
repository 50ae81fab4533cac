import type { NotifyCause, Happening } from './happening.js';
import { isQuietAt } from './quiet-hours.js';

/** Why somebody is told no more than they are; `told`: as much as there is. */
export type NotifyReason =
  | 'told'
  | 'own'
  | 'not_here'
  | 'read'
  | 'muted'
  | 'level'
  | 'in_chat'
  | 'paused'
  | 'dnd'
  | 'quiet_hours';

/** How somebody is told. */
export interface Verdict {
  /** It stands in their list, and counts in its badge until it is read. */
  readonly list: boolean;
  /** A sound, and a note of the desktop, where a window is open. */
  readonly alert: boolean;
  /** To devices that have no window open. */
  readonly push: boolean;
  /** By mail, if it is still unread after a while. */
  readonly mail: boolean;
  readonly reason: NotifyReason;
}

/** What a cause is worth where nothing is in its way. */
type Worth = Omit<Verdict, 'reason'>;

const everything: Worth = { list: true, alert: true, push: true, mail: true };
const quickly: Worth = { list: true, alert: true, push: true, mail: false };
const nothing: Worth = { list: false, alert: false, push: false, mail: false };

/** A plain message is not in the list, for the chat counts it; it is mailed of a direct chat. */
const worths: Readonly<Record<NotifyCause, Worth>> = {
  ringing_call: { list: false, alert: false, push: true, mail: false },
  missed_call: everything,
  mention: everything,
  reply: everything,
  channel: quickly,
  here: quickly,
  keyword: quickly,
  added: everything,
  reaction: { list: true, alert: false, push: false, mail: false },
  message: { list: false, alert: true, push: true, mail: false },
};

/**
 * Whether and how one person is told of what happened: all rules, and nothing else. Of what stands
 * in the way the first in this order is the `reason`.
 *
 * - One's own doing is never told, and `@here` only to who is about.
 * - What was read is kept in the list and nowhere else. So is what happens in a muted chat, and
 *   where nothing is wanted of it.
 * - A chat of which only mentions are wanted tells of everything that is meant for the person: all
 *   but its plain messages.
 * - Who looks at the chat sees it there. A window of another chat alerts; it stops no push, since
 *   it may be on another device.
 * - A pause, "do not disturb" and quiet hours stop sounds and pushes, and no mail: it is quiet.
 * - Who is about gets no mail.
 */
export function verdictOn(happening: Happening): Verdict {
  const worth = worthOf(happening);
  const reason = obstacleOf(happening);
  switch (reason) {
    case 'own':
    case 'not_here':
      return { ...nothing, reason };
    case 'read':
    case 'muted':
    case 'level':
    case 'in_chat':
      return { ...nothing, list: worth.list, reason };
    case 'paused':
    case 'dnd':
    case 'quiet_hours':
      return { ...worth, alert: false, push: false, mail: isMailed(happening, worth), reason };
    case 'told':
      return { ...worth, mail: isMailed(happening, worth), reason };
  }
}

function obstacleOf(happening: Happening): NotifyReason {
  const { cause, settings, person, now } = happening;
  if (happening.isOwn) return 'own';
  if (cause === 'here' && !happening.isActive) return 'not_here';
  if (happening.isRead) return 'read';
  if (isAhead(settings.mutedUntil, now)) return 'muted';
  if (settings.level === 'none') return 'level';
  if (settings.level === 'mentions' && cause === 'message') return 'level';
  if (happening.isInChat) return 'in_chat';
  if (isAhead(person.pausedUntil, now)) return 'paused';
  if (happening.isDnd) return 'dnd';
  if (person.quietHours && isQuietAt(person.quietHours, now)) return 'quiet_hours';
  return 'told';
}

function worthOf({ cause, chat }: Happening): Worth {
  const worth = worths[cause];
  // What is said between two is meant for the other.
  return cause === 'message' && chat === 'direct' ? { ...worth, mail: true } : worth;
}

const isMailed = ({ person, isActive }: Happening, { mail }: Worth) =>
  mail && person.mail && !isActive;

const isAhead = (time: string | null, now: number) => time !== null && Date.parse(time) > now;
