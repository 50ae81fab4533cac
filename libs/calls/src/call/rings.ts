import type { Fact, UserId } from '@app/contracts';
import { isLive, type OneCall } from './call.js';

/** For whom it begins to ring, and for whom it rings no more; undefined where nothing changes. */
export function ringsOf(
  before: OneCall | undefined,
  after: OneCall,
): Fact<'call.ringing'> | undefined {
  const [was, is] = [ringingIn(before), ringingIn(after)];
  const userIds = is.filter((userId) => !was.includes(userId));
  const silentIds = was.filter((userId) => !is.includes(userId));
  if (userIds.length + silentIds.length === 0) return undefined;
  const { id, chatId, callerId, version } = after;
  return { callId: id, chatId, callerId, version, userIds, silentIds };
}

function ringingIn(call: OneCall | undefined): UserId[] {
  if (!call || !isLive(call)) return [];
  return call.parties.flatMap(({ userId, state }) => (state === 'invited' ? [userId] : []));
}
