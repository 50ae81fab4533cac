import { problem, watchRoom, type UserId } from '@app/contracts';
import type { Socket } from 'socket.io';

/** People that one socket may watch. */
const MAX_WATCHED = 2000;

const WATCH = watchRoom('' as UserId);

/**
 * Resolves once the socket hears of these people. Throws `validation_failed` when it would watch
 * more than `MAX_WATCHED`.
 */
export async function watch(socket: Socket, userIds: readonly UserId[]): Promise<void> {
  const fresh = new Set(userIds.map(watchRoom).filter((room) => !socket.rooms.has(room)));
  const watched = [...socket.rooms].filter((room) => room.startsWith(WATCH)).length;
  if (watched + fresh.size > MAX_WATCHED) {
    const message = `A socket watches at most ${MAX_WATCHED} people`;
    throw problem('validation_failed', { issues: [{ path: 'userIds', message }] });
  }
  await socket.join([...fresh]);
}

export async function unwatch(socket: Socket, userIds: readonly UserId[]): Promise<void> {
  for (const userId of userIds) await socket.leave(watchRoom(userId));
}
