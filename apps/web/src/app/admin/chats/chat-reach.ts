import type { AdminChat } from '@app/contracts';

type Standing = Pick<AdminChat, 'isArchived' | 'deletedAt'>;

/** As the server filters them. */
export function stateOf({ isArchived, deletedAt }: Standing): 'active' | 'archived' | 'deleted' {
  if (deletedAt !== undefined) return 'deleted';
  return isArchived ? 'archived' : 'active';
}

/** What can be done about several chats at once. */
export const bulkDeeds = ['archive', 'restore'] as const;
export const chatDeeds = [...bulkDeeds, 'remove'] as const;
export type ChatDeed = (typeof chatDeeds)[number];

/** Whether it is not done yet; nothing is done about one that is deleted. */
export function isToBeDone(deed: ChatDeed, chat: Standing): boolean {
  const state = stateOf(chat);
  const fits = {
    archive: state === 'active',
    restore: state === 'archived',
    remove: state !== 'deleted',
  };
  return fits[deed];
}
