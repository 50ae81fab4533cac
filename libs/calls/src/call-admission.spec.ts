import type { Access, AccessApi, Actor, ChatsApi, MembersApi, UsersApi } from '@app/contracts';
import { configFrom } from '@app/platform';
import { ManualTime, MemoryRateLimiter } from '@app/platform/testing';
import { CallAdmission } from './call-admission.js';
import { caller, chatOf, type Caller } from './testing/calls-bench.js';

describe('CallAdmission', () => {
  const [ada, bob, carol] = [caller('ada'), caller('bob'), caller('carol')];
  let time: ManualTime;
  let admission: CallAdmission;

  beforeEach(() => {
    time = new ManualTime();
    const access = {
      of: () => Promise.resolve({ kind: 'direct', role: 'owner' } as Access),
    };
    const chats = {
      get: ({ userId }: Actor, { chatId }: { chatId: string }) => {
        const peer = chatId.split('_').find((name) => name !== userId);
        return Promise.resolve({ id: chatId, peer: { id: peer } });
      },
    };
    admission = new CallAdmission(
      access as unknown as AccessApi,
      chats as unknown as ChatsApi,
      {} as MembersApi,
      {} as UsersApi,
      new MemoryRateLimiter(time),
      configFrom({ PARLEY_CALLS_BURST: '8' }),
    );
  });

  const call = async (from: Caller, to: Caller): Promise<string> => {
    const [first, second] = [from.actor.userId, to.actor.userId].sort();
    const chatId = chatOf(first!, second!);
    const wish = { chatId, media: 'audio', deviceId: from.deviceId } as const;
    try {
      const { calleeIds } = await admission.of(from.actor, wish);
      await admission.count(from.actor.userId, calleeIds[0]!);
      return calleeIds.join();
    } catch (error) {
      // Refused: why is what is asked for.
      const { code, params } = error as { code: string; params: { retryAfterMs?: number } };
      return params.retryAfterMs === undefined ? code : `${code} ${params.retryAfterMs}`;
    }
  };
  const calls = async (count: number, from: Caller, to: (n: number) => Caller) => {
    const said: string[] = [];
    for (let n = 0; n < count; n++) said.push(await call(from, to(n)));
    return said;
  };

  it('lets nobody ring one person without end, and lets them call others', async () => {
    expect(await calls(3, ada, () => bob)).toEqual(['bob', 'bob', 'rate_limited 150000']);
    expect(await call(ada, carol)).toBe('carol');
    // Nor is who is called kept from calling.
    expect(await call(bob, ada)).toBe('ada');
    time.pass(150_000);
    expect(await calls(2, ada, () => bob)).toEqual(['bob', 'rate_limited 150000']);
  });

  it('lets nobody call without end, whomever', async () => {
    const other = (n: number) => caller(`other-${n}`);
    const said = await calls(9, ada, other);
    expect(said.filter((one) => one.startsWith('other'))).toHaveLength(8);
    expect(said.at(-1)).toBe('rate_limited 37500');
    time.pass(300_000);
    expect(await calls(9, ada, other)).toEqual(said);
  });
});
