import type { ChatTraits, TraitChanges } from '@app/contracts';

/** What a chat is after a change of it. */
export function changedTraits<T extends Pick<ChatTraits, 'avatar'>>(
  traits: T,
  changes: TraitChanges,
): T {
  const changed = { ...traits, ...changes } as T;
  if (!changed.avatar) delete changed.avatar;
  return changed;
}
