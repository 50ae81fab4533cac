import type { Message } from '@app/contracts';

/**
 * The message for a reader who has deleted it for themselves; of a tombstone there is nothing left
 * to hide. Of one that is hidden already: itself.
 */
export function hiddenCopy(message: Message): Message {
  const isSilent = message.deletedAt !== undefined || message.isHidden;
  if (isSilent) return message;
  const { files: _f, reactions: _r, pinnedAt: _a, pinnedBy: _b, ...rest } = message;
  return { ...rest, text: '', isHidden: true };
}
