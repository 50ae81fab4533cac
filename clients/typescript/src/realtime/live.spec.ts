import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import type { ChangePage, Message } from '../generated/types.gen.js';
import type { Parley } from '../parley.js';
import { ProblemError } from '../problem-error.js';
import { FixedToken } from '../tokens.js';
import { Live } from './live.js';

const refusal = {
  code: 'insufficient_scope',
  status: 403,
  title: 'This token is not for that',
  params: { scope: 'events:read' },
};

const page = (chatId: string, nextCursor: string | null) => ({
  items: [{ chatId, headRev: 1, headSeq: 1 }],
  page: { hasMore: nextCursor !== null, nextCursor },
});

const changes = (toRev: number, ...items: Partial<Message>[]) =>
  Promise.resolve({ items, page: { toRev } } as unknown as ChangePage);

/** What a server answers, one after the other; at last always the same. */
const answers = (...each: (() => unknown)[]) => {
  let asked = 0;
  return () => Promise.resolve(each[Math.min(asked++, each.length - 1)]!());
};

const away = () => Promise.reject(new Error('away'));

describe('Live', () => {
  let http: HttpServer;
  let server: Server;
  let live: Live | undefined;
  /** One for each of the next connections. */
  let refusals: object[] = [];
  let connections = 0;

  beforeEach(async () => {
    refusals = [];
    connections = 0;
    http = createServer();
    server = new Server(http, { transports: ['websocket'] });
    server.use((_, next) => {
      connections++;
      const data = refusals.shift();
      next(data && Object.assign(new Error('Refused'), { data }));
    });
    server.on('connection', (socket) => socket.emit('ready', {}));
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  });

  afterEach(async () => {
    live?.close();
    live = undefined;
    await server.close();
  });

  /** An account whose server answers so; a chat that is not met by a sync is asked for in vain. */
  function account(api: { sync: () => unknown; changes?: () => unknown }): Parley {
    const { port } = http.address() as AddressInfo;
    return {
      url: `http://127.0.0.1:${port}`,
      tokens: new FixedToken('a-token'),
      api: {
        sync: { sync: api.sync },
        changes: { changes: api.changes ?? away },
        chats: { get: away },
      },
    } as unknown as Parley;
  }

  it('begins where all chats stood, though half of that was not to be had at first', async () => {
    const errors: unknown[] = [];
    const first = () => page('c1', 'more');
    const sync = answers(first, away, first, () => page('c2', null));
    live = await Live.connect(account({ sync }), { onError: (error) => errors.push(error) });
    expect(live.places()).toEqual({ c1: { rev: 1, seq: 1 }, c2: { rev: 1, seq: 1 } });
    expect([errors, connections]).toEqual([[new Error('away')], 1]);
  });

  it('asks again for what is missing while the line stays up, and nobody says more', async () => {
    const headAt = (headRev: number) => () => ({
      items: [{ chatId: 'c1', headRev, headSeq: headRev }],
      page: { hasMore: false, nextCursor: null },
    });
    const late = () => changes(1);
    const there = () => changes(2, { chatId: 'c1', seq: 2, rev: 2, text: 'missed' });
    const parley = account({
      sync: answers(headAt(1), headAt(2)),
      changes: answers(away, late, there),
    });
    live = await Live.connect(parley);
    server.emit('chat_head', { chatId: 'c1', headRev: 2, headSeq: 2 });
    const told = { kind: 'new_message', message: { text: 'missed' } };
    expect(await live.changes.next()).toMatchObject({ value: told });
    expect(connections).toBe(1);
  });

  it('is where somebody has read to, whatever waits for them', async () => {
    const one = { chatId: 'c1', seq: 2, rev: 2, text: 'one' };
    const two = { chatId: 'c1', seq: 3, rev: 3, text: 'two' };
    const sync = answers(() => page('c1', null));
    live = await Live.connect(account({ sync, changes: answers(() => changes(3, one, two)) }));
    server.emit('chat_head', { chatId: 'c1', headRev: 3, headSeq: 3 });
    expect(await live.changes.next()).toMatchObject({ value: { message: { text: 'one' } } });
    expect(live.places()).toEqual({ c1: { rev: 1, seq: 2 } });
    await live.changes.next();
    expect(live.places()).toEqual({ c1: { rev: 3, seq: 3 } });
  });

  it('ends with a refusal that no wait changes: of the line, and of what it asks', async () => {
    const lacks = new ProblemError('insufficient_scope', 403, 'Not for that', { scope: null });
    const parley = account({ sync: () => Promise.reject(lacks) });
    await expect(Live.connect(parley)).rejects.toBe(lacks);
    refusals.push(refusal);
    await expect(Live.connect(parley)).rejects.toMatchObject({
      code: 'insufficient_scope',
      params: { scope: 'events:read' },
    });
    expect(connections).toBe(2);
  });

  it('comes back after a refusal that passes', async () => {
    const params = { retryAfterMs: 1 };
    refusals.push({ code: 'rate_limited', status: 429, title: 'Wait a moment', params });
    live = await Live.connect(account({ sync: answers(() => page('c1', null)) }));
    expect(connections).toBe(2);
  });

  it('gives up when its signal says so, also before it is connected', async () => {
    const giveUp = new AbortController();
    const params = { retryAfterMs: 1_000_000 };
    refusals.push({ code: 'rate_limited', status: 429, title: 'Wait a moment', params });
    const parley = account({ sync: answers(() => page('c1', null)) });
    const connecting = Live.connect(parley, { signal: giveUp.signal });
    giveUp.abort(new Error('enough'));
    await expect(connecting).rejects.toThrow('enough');
    const before = AbortSignal.abort(new Error('never'));
    await expect(Live.connect(parley, { signal: before })).rejects.toThrow('never');
  });
});
