import { MessagesApi, problem, SessionId, UserId, UsersApi, type Rpc } from '@app/contracts';
import { eventually } from '../testing/eventually.js';
import { CircuitBreakers } from './circuit-breakers.js';
import { noAnswer } from './no-answer.js';

const actor = {
  userId: UserId.parse('ada'),
  sessionId: SessionId.parse('s'),
  role: 'member' as const,
};
const [users, messages] = [UsersApi.contract.get, MessagesApi.contract.list];

describe('CircuitBreakers', () => {
  let calls: string[];
  let answer: () => Promise<unknown>;
  let breakers: CircuitBreakers;

  beforeEach(() => {
    calls = [];
    answer = () => Promise.resolve('well');
    const callRemote = ({ pattern }: { pattern: string }) => {
      calls.push(pattern);
      return answer();
    };
    breakers = new CircuitBreakers(callRemote, { retryAfterMs: 50, leastCalls: 3 });
  });
  afterEach(() => breakers.close());

  const away = () => Promise.reject(noAnswer('users'));
  const ask = (rpc: Rpc = users) => breakers.call(rpc, { actor, input: {} });
  const fail = async (times: number) => {
    for (let n = 0; n < times; n++) await ask().catch(() => undefined);
  };

  it('lets calls through, with their answers', async () => {
    expect(await ask()).toBe('well');
    expect(breakers.stateOf('users')).toBe('closed');
  });

  it('opens when a service is away: refuses at once, without a call', async () => {
    answer = away;
    await fail(3);
    expect(breakers.stateOf('users')).toBe('open');
    const before = calls.length;
    await expect(ask()).rejects.toMatchObject({
      code: 'service_unavailable',
      params: { service: 'users' },
    });
    expect(calls).toHaveLength(before);
  });

  it('leaves other services alone', async () => {
    answer = away;
    await fail(3);
    answer = () => Promise.resolve('well');
    expect(await ask(messages)).toBe('well');
    expect(breakers.stateOf('messages')).toBe('closed');
  });

  it.each([
    ['what it refuses', problem('not_found')],
    ['that it is busy', problem('service_unavailable', { service: 'users' })],
    ['that another is away', problem('service_unavailable', { service: 'chats' })],
  ])('takes for an answer of a service %s', async (_, refusal) => {
    answer = () => Promise.reject(refusal);
    for (let n = 0; n < 10; n++) await expect(ask()).rejects.toBe(refusal);
    expect(breakers.stateOf('users')).toBe('closed');
  });

  it('lets one call through after a while, and closes when it is answered', async () => {
    answer = away;
    await fail(3);
    await eventually(() => expect(breakers.stateOf('users')).toBe('half-open'));
    answer = () => Promise.resolve('back');
    expect(await ask()).toBe('back');
    expect(breakers.stateOf('users')).toBe('closed');
  });

  it('opens again when that call fails too', async () => {
    answer = away;
    await fail(3);
    await eventually(() => expect(breakers.stateOf('users')).toBe('half-open'));
    const before = calls.length;
    await Promise.allSettled([ask(), ask(), ask()]);
    expect(calls).toHaveLength(before + 1);
    expect(breakers.stateOf('users')).toBe('open');
  });
});
