import { CallId, ChatId, DeviceId, Problem, SessionId, UserId } from '@app/contracts';
import { act } from '../call/call-machine.js';
import { joinedOn } from '../call/call-rules.js';
import { isJoined, type OneCall, type Party } from '../call/call.js';
import { begun } from '../call/group-rules.js';
import type { News } from '../call/news.js';

export const t0 = 1_000_000;
export const chatId = ChatId.parse('chat');
export const on = (name: string, device = name) => ({
  userId: UserId.parse(name),
  device: { sessionId: SessionId.parse(device), deviceId: DeviceId.parse(device) },
});
export const [ada, bob, carol, eve] = [on('ada'), on('bob'), on('carol'), on('eve')] as const;
export const tablet = on('bob', 'tablet');

/** Begun by Ada; it rings for these. */
export function ringingFor(...callees: readonly { readonly userId: UserId }[]): OneCall {
  const caller = joinedOn({ userId: ada.userId, state: 'invited' }, ada.device, t0);
  const invited = callees.map(({ userId }): Party => ({ userId, state: 'invited' }));
  return begun({
    ...{ id: CallId.parse('call'), kind: 'group', via: 'room', chatId, media: 'audio' },
    callerId: ada.userId,
    ...{ state: 'ringing', parties: [caller, ...invited], createdMs: t0, early: [] },
    ...{ isTold: false, version: 1 },
  });
}

export const joining = (call: OneCall, who: typeof ada, atMs = t0) =>
  act(call, { type: 'accept', ...who }, atMs);
export const leaving = (call: OneCall, who: typeof ada, atMs = t0) =>
  act(call, { type: 'end', ...who }, atMs);
export const pulsing = (call: OneCall, atMs: number) =>
  call.parties
    .filter(isJoined)
    .reduce(
      (after, { userId, device }) =>
        act(after, { type: 'pulse', userId, device: device!, isConnected: true }, atMs),
      call,
    );
/** With everybody in it there until then. */
export const later = (call: OneCall, untilMs: number, sinceMs = t0): OneCall => {
  const steps = Math.ceil((untilMs - sinceMs) / 5000);
  const times = Array.from({ length: steps }, (_, step) => sinceMs + (step + 1) * 5000);
  return times.reduce(pulsing, call);
};
export const codeOf = (what: () => unknown): string | undefined => {
  try {
    what();
  } catch (error) {
    // Why it is refused is what is asked for.
    if (error instanceof Problem) return `${error.code} ${JSON.stringify(error.params)}`;
    throw error;
  }
  return undefined;
};
export const said = (news: readonly News[], event: string) =>
  news.filter((one) => one.event === event).map(({ room }) => room);
