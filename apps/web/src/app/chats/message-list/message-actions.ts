import { may, mayInWorkspace, mayPostIn, type Message, type User } from '@app/contracts';
import type { OpenChat, PendingEntry } from '../../data-access/chat-views';

export type MessageAction =
  'react' | 'reply' | 'edit' | 'copy' | 'link' | 'pin' | 'unpin' | 'history' | 'delete' | 'discard';

export interface ActionContext {
  readonly me: Pick<User, 'id' | 'role'>;
  readonly chat: Pick<OpenChat, 'type' | 'myRole' | 'postPolicy' | 'isArchived'>;
  /** Seconds; 0: never, -1: always. */
  readonly editWindow: number;
  /** For everyone; as `editWindow`. */
  readonly deleteWindow: number;
  readonly now: Date;
}

/** What I may do with a message, by the same table as the server's. Nothing with a tombstone. */
export function actionsFor(message: Message, context: ActionContext): ReadonlySet<MessageAction> {
  const actions = new Set<MessageAction>();
  if (message.deletedAt || message.kind === 'system') return actions;
  if (maySign('react', context)) actions.add('react');
  if (mayPost(context)) actions.add('reply');
  if (mayEdit(message, context)) actions.add('edit');
  if (message.text !== '') actions.add('copy');
  actions.add('link');
  if (maySign('pin', context)) actions.add(message.pinnedAt ? 'unpin' : 'pin');
  if (message.editedAt) actions.add('history');
  return actions.add('delete');
}

/** What I may do with a message that is not sent yet. Its row has words for a refused one. */
export function actionsForPending({ state, isVoice }: PendingEntry): ReadonlySet<MessageAction> {
  const actions = new Set<MessageAction>(isVoice ? [] : ['edit']);
  return state === 'queued' ? actions.add('discard') : actions;
}

/** May I write into this chat at all? */
export function mayPost({ chat }: Pick<ActionContext, 'chat'>): boolean {
  const { type: kind, myRole: role, postPolicy, isArchived } = chat;
  return mayPostIn({ kind, role, postPolicy, isArchived });
}

/** May I react to messages of this chat, or pin them? */
export function maySign(
  permission: 'react' | 'pin',
  { chat }: Pick<ActionContext, 'chat'>,
): boolean {
  return !chat.isArchived && may(permission, chat.type, chat.myRole);
}

function mayEdit(message: Message, { me, chat, editWindow, now }: ActionContext): boolean {
  if (message.senderId !== me.id || chat.isArchived) return false;
  // It has no words.
  if (message.kind === 'voice') return false;
  if (!may('editOwn', chat.type, chat.myRole)) return false;
  return isWithin(editWindow, message, now);
}

function isWithin(windowS: number, { createdAt }: Message, now: Date): boolean {
  return windowS < 0 || now.getTime() - Date.parse(createdAt) < windowS * 1000;
}

/** For everyone: the author within the window, admins of the chat and moderators always. */
export function mayDeleteForEveryone(message: Message, context: ActionContext): boolean {
  const { me, chat, deleteWindow, now } = context;
  if (may('deleteOthers', chat.type, chat.myRole)) return true;
  if (mayInWorkspace('moderateMessages', me.role)) return true;
  const isOwn = message.senderId === me.id && may('deleteOwn', chat.type, chat.myRole);
  return isOwn && isWithin(deleteWindow, message, now);
}
