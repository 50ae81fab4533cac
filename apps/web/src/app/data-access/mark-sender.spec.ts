import { ChatId, type ClientEventInput, type ReadState } from '@app/contracts';
import { ConnectionLost, RequestProblem, type ConnectionNews } from '@app/web-realtime';
import { MarkSender } from './mark-sender';

const chat = (n: number) => ChatId.parse(`c${n}`);

/** A server that acks, or refuses as told. */
function aSender() {
  const told: string[] = [];
  const refusals = new Map<string, Error>();
  const heard: ReadState[] = [];
  let tell = (_: ConnectionNews): void => undefined;
  const connection = {
    listen: (listener: typeof tell) => {
      tell = listener;
      return () => undefined;
    },
    ask: (_: string, input: unknown) => {
      const { chatId, seq } = input as ClientEventInput<'delivered_message'>;
      told.push(`${chatId} ${seq}`);
      const refusal = refusals.get(chatId);
      if (refusal) return Promise.reject(refusal);
      const state = { chatId, lastReadSeq: seq, lastDeliveredSeq: seq, unread: 0, mentions: 0 };
      return Promise.resolve({ ok: true, state } as never);
    },
  };
  const sender = new MarkSender(connection, 'read_message', (state) => heard.push(state));
  const after = async (ms: number) => {
    told.length = 0;
    await jest.advanceTimersByTimeAsync(ms);
    return [...told];
  };
  return { sender, after, refusals, heard, ready: () => tell({ kind: 'ready' }) };
}

describe('MarkSender', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('tells of one chat at most once a second, and then how far I am by then', async () => {
    const { sender, after, heard } = aSender();
    sender.raise(chat(1), 1);
    expect(await after(0)).toEqual(['c1 1']);
    for (const seq of [2, 3, 3, 2]) sender.raise(chat(1), seq);
    expect(await after(900)).toEqual([]);
    expect(await after(100)).toEqual(['c1 3']);
    expect(heard.map(({ lastReadSeq }) => lastReadSeq)).toEqual([1, 3]);
  });

  it('tells of many chats at once, and of more as fast as the server lets it', async () => {
    const { sender, after } = aSender();
    for (let n = 1; n <= 45; n++) sender.raise(chat(n), 1);
    expect(await after(0)).toHaveLength(40);
    expect(await after(1000)).toEqual(['c41 1', 'c42 1']);
    expect(await after(1000)).toEqual(['c43 1', 'c44 1']);
    expect(await after(1000)).toEqual(['c45 1']);
    await after(60_000);
    for (let n = 1; n <= 40; n++) sender.raise(chat(n), 2);
    expect(await after(0)).toHaveLength(40);
  });

  it('waits as long as the server says, and forgets what I may not tell', async () => {
    const { sender, after, refusals } = aSender();
    refusals.set('c1', new RequestProblem('rate_limited', 429, { retryAfterMs: 5000 }));
    refusals.set('c2', new RequestProblem('not_member', 403, {}));
    for (const n of [1, 2, 3]) sender.raise(chat(n), 1);
    expect(await after(0)).toHaveLength(3);
    expect(await after(4900)).toEqual([]);
    refusals.clear();
    expect(await after(10_000)).toEqual(['c1 1']);
  });

  it('tells what it could not tell as soon as there is a line', async () => {
    const { sender, after, refusals, ready } = aSender();
    refusals.set('c1', new ConnectionLost());
    for (const n of [1, 2]) sender.raise(chat(n), 1);
    expect(await after(60_000)).toEqual(['c1 1', 'c2 1']);
    refusals.clear();
    ready();
    expect(await after(0)).toEqual(['c1 1']);
  });
});
