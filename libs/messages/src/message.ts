import type { Message, Reaction } from '@app/contracts';
import type { Slot } from './log/slot.js';

/** How often it was said anew: reactions and pins do not count, they outdate nobody's edit. */
export const versionOf = ({ version, signs = 0 }: Slot): number => version - signs;

/** A slot as clients know it. */
export function toMessage(slot: Slot): Message {
  const message: Message = {
    id: slot.id,
    chatId: slot.chatId,
    seq: slot.seq,
    rev: slot.revs.at(-1)!,
    senderId: slot.senderId,
    clientMsgId: slot.clientMsgId,
    kind: slot.kind,
    text: slot.text,
    version: versionOf(slot),
    createdAt: slot.createdAt.toISOString(),
  };
  // One by one: most messages have none of these, and the wire must not carry `undefined`.
  if (slot.system) message.system = slot.system;
  if (slot.call) message.call = slot.call;
  if (slot.replyTo) message.replyTo = slot.replyTo;
  if (slot.files) message.files = [...slot.files];
  if (slot.reactions) message.reactions = slot.reactions.map(copyOf);
  if (slot.pin) {
    message.pinnedAt = slot.pin.at.toISOString();
    message.pinnedBy = slot.pin.by;
  }
  if (slot.editedAt) message.editedAt = slot.editedAt.toISOString();
  if (slot.deletedAt) message.deletedAt = slot.deletedAt.toISOString();
  if (slot.deletedBy) message.deletedBy = slot.deletedBy;
  return message;
}

const copyOf = ({ emoji, userIds }: Reaction): Reaction => ({ emoji, userIds: [...userIds] });

/** The event that brings a client to this state of a slot, whatever it has now. */
export function eventOf(slot: Slot): 'new_message' | 'message_edited' | 'message_deleted' {
  if (slot.deletedAt) return 'message_deleted';
  return slot.version > 1 ? 'message_edited' : 'new_message';
}
