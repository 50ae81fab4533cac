import type { ChatPage } from '@app/contracts';
import type { RestClient } from '@app/web-session';

const LIST = 100;

/**
 * A page of my chats, the latest activity first. Beside `ChatArchive`, as the first rows are asked
 * for before its code is here. Rejects as `RestClient` does.
 */
export function fetchChats(rest: RestClient, cursor?: string): Promise<ChatPage> {
  return rest.request('GET', 'chats', { query: { cursor, limit: LIST } });
}
