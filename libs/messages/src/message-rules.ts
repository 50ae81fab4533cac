import { may, mayInWorkspace, mayPostIn, problem, saysSomething } from '@app/contracts';
import type { Access, Actor } from '@app/contracts';
import type { Slot } from './log/slot.js';

/** Reactions and pins that a message had, also those that were taken back: 32 kB of revs. */
const MAX_SIGNS = 4000;

/**
 * Throws `forbidden` unless this role may post here, now; `blocked` where one blocks the other, and
 * `muted`.
 */
export function mustPost(access: Access): void {
  if (access.isBlocked) throw problem('blocked');
  mustNotBeMuted(access);
  if (!mayPostIn(access)) throw problem('forbidden');
}

/** Who wants to change which message, and when. */
export interface Attempt {
  readonly actor: Actor;
  readonly access: Access;
  readonly now: Date;
}

/**
 * Throws `forbidden` (not the author, read only, archived, nothing that was written) or `gone`.
 * The window is asked apart (`mustEditNow`), since repeating an edit is success at any time.
 */
export function mustEdit(slot: Slot, { actor, access }: Omit<Attempt, 'now'>): void {
  mustNotBeMuted(access);
  const isOwn = slot.senderId === actor.userId;
  if (!isOwn || slot.kind === 'system' || slot.kind === 'call') throw problem('forbidden');
  if (access.isArchived || !may('editOwn', access.kind, access.role)) throw problem('forbidden');
  if (slot.deletedAt) throw problem('gone');
}

/** Throws `forbidden` (read only, archived, a system message), `blocked`, `gone`. */
export function mustReact(slot: Slot, access: Access): void {
  if (access.isBlocked) throw problem('blocked');
  mustSign('react', slot, access);
}

/** Throws `forbidden` (the role, an archived chat, a system message), `gone`. */
export function mustPin(slot: Slot, access: Access): void {
  mustSign('pin', slot, access);
}

/** Nothing that others see of them as written. Throws `muted`. */
function mustNotBeMuted({ mutedUntil: until }: Access): void {
  if (until !== undefined) throw problem('muted', { until });
}

function mustSign(permission: 'react' | 'pin', slot: Slot, access: Access): void {
  mustNotBeMuted(access);
  const isAllowed = may(permission, access.kind, access.role) && !access.isArchived;
  if (!isAllowed || slot.kind === 'system') throw problem('forbidden');
  if (slot.deletedAt) throw problem('gone');
}

/**
 * Whether a message takes another reaction or pin: it carries a rev for each that it ever had, and
 * must not outgrow what can be stored and sent. Edits and the deletion are always possible.
 */
export function mayStillGrow({ signs = 0 }: Slot): boolean {
  return signs < MAX_SIGNS;
}

/** Throws `validation_failed` where a message without files would be left without words. */
export function mustSaySomething({ files }: Slot, text: string): void {
  if (files || saysSomething(text)) return;
  throw problem('validation_failed', { issues: [{ path: 'text', message: 'Says nothing' }] });
}

/** `windowS`: seconds; 0 never, -1 always. Throws `edit_window_closed`. */
export function mustEditNow(slot: Slot, windowS: number, now: Date): void {
  if (!isWithin(windowS, slot, now)) throw problem('edit_window_closed');
}

/**
 * Who may delete for everyone: the author within the window (as in `mustEditNow`); admins of the
 * chat and moderators of the workspace always. Throws `forbidden`, `delete_window_closed`.
 */
export function mustDelete(slot: Slot, windowS: number, { actor, access, now }: Attempt): void {
  if (slot.kind === 'system' || access.isArchived) throw problem('forbidden');
  const mayModerate =
    may('deleteOthers', access.kind, access.role) || mayInWorkspace('moderateMessages', actor.role);
  if (mayModerate) return;
  const isOwn = slot.senderId === actor.userId;
  if (!isOwn || !may('deleteOwn', access.kind, access.role)) throw problem('forbidden');
  if (!isWithin(windowS, slot, now)) throw problem('delete_window_closed');
}

function isWithin(windowS: number, { createdAt }: Slot, now: Date): boolean {
  if (windowS <= 0) return windowS < 0;
  return now.getTime() - createdAt.getTime() <= windowS * 1000;
}
