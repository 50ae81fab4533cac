import { ChatId } from '@app/contracts';
import { aMessage } from '@app/contracts/testing';
import { ConnectionLost, RequestProblem, type TokenSource } from '@app/web-session';
import type { ConnectionNews } from './chat-connection';
import { reconnectDelay } from './reconnect-delay';
import { SocketConnection } from './socket-connection';
import { FakeSocket } from './testing';

/** A connection whose sockets the test holds the other end of. `random` is always 0.5. */
function aConnection() {
  const sockets: FakeSocket[] = [];
  let made = 1;
  const tokens: TokenSource = {
    fresh: () => Promise.resolve(`t${made}`),
    renew: () => Promise.resolve(`t${++made}`),
  };
  const connection = new SocketConnection({
    tokens,
    random: () => 0.5,
    open: (token) => {
      const socket = new FakeSocket(token);
      sockets.push(socket);
      return Promise.resolve(socket);
    },
  });
  const news: string[] = [];
  connection.listen((one: ConnectionNews) => {
    news.push(one.kind === 'event' ? one.name : one.kind);
  });
  connection.start();
  return { connection, sockets, tokens, news, last: () => sockets.at(-1)! };
}

async function aReadyOne() {
  const line = aConnection();
  await jest.advanceTimersByTimeAsync(0);
  line.last().greet();
  return line;
}

const wait = (ms: number) => jest.advanceTimersByTimeAsync(ms);
const input = { chatId: ChatId.parse('c1'), text: 'one' };

describe('SocketConnection', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('connects at once, with a token, and is there from ready on', async () => {
    const { connection, last, news } = aConnection();
    await wait(0);
    expect(last().token).toBe('t1');
    await expect(connection.ask('send_message', input)).rejects.toBeInstanceOf(ConnectionLost);
    last().greet();
    expect(news).toEqual(['ready']);
  });

  it('hands events on, and answers with the ack', async () => {
    const { connection, last, news } = await aReadyOne();
    last().tell('new_message', aMessage({ seq: 1 }));
    const asked = connection.ask('send_message', input);
    last().sent[0]!.ack({ ok: true, message: aMessage({ seq: 2 }) });
    expect((await asked).message.seq).toBe(2);
    expect(news).toEqual(['ready', 'new_message']);
  });

  it('rejects with the problem that the server acks', async () => {
    const { connection, last } = await aReadyOne();
    const asked = connection.ask('send_message', input);
    last().sent[0]!.ack({ ok: false, problem: { code: 'not_member', status: 403, params: {} } });
    await expect(asked).rejects.toMatchObject({ code: 'not_member' });
    await expect(asked).rejects.toBeInstanceOf(RequestProblem);
  });

  it('tries again at once where the line ends while it is being opened', async () => {
    const { last, sockets } = aConnection();
    await wait(0);
    last().endEarly();
    await wait(0);
    expect(last().isClosed).toBe(true);
    await wait(250);
    expect(sockets).toHaveLength(2);
  });

  it('fails what is under way in the moment in which the socket closes, and comes back', async () => {
    const { connection, last, news, sockets } = await aReadyOne();
    const asked = connection.ask('send_message', input);
    last().breakDown();
    await expect(asked).rejects.toBeInstanceOf(ConnectionLost);
    expect(news).toEqual(['ready', 'lost']);
    await wait(250);
    expect(sockets).toHaveLength(2);
    last().greet();
    expect(news.at(-1)).toBe('ready');
  });

  it('comes back after a random part of half a second: others have lost the same server', async () => {
    const { last, sockets } = await aReadyOne();
    last().breakDown();
    await wait(249);
    expect(sockets).toHaveLength(1);
    await wait(1);
    expect(sockets).toHaveLength(2);
  });

  it('gives a line up on which an ack is overdue', async () => {
    const { connection, sockets } = await aReadyOne();
    const asked = connection.ask('send_message', input);
    const refused = expect(asked).rejects.toBeInstanceOf(ConnectionLost);
    await wait(10_000);
    await refused;
    await wait(250);
    expect([sockets.length, sockets[0]!.isClosed]).toEqual([2, true]);
  });

  it('hears nothing more from a socket that it has left', async () => {
    const { sockets, news } = await aReadyOne();
    sockets[0]!.breakDown();
    await wait(250);
    sockets[0]!.tell('new_message', aMessage({ seq: 1 }));
    sockets[0]!.breakDown();
    await wait(250);
    expect([news, sockets.length]).toEqual([['ready', 'lost'], 2]);
  });

  it('waits longer from try to try, never more than five seconds, a random part of it', async () => {
    const { last, sockets } = aConnection();
    await wait(0);
    last().refuse('internal');
    await wait(0);
    for (const ms of [250, 500, 1000, 2000, 2500, 2500]) {
      const had = sockets.length;
      last().refuse('internal');
      await wait(ms - 1);
      expect(sockets).toHaveLength(had);
      await wait(1);
      expect(sockets).toHaveLength(had + 1);
    }
    expect(reconnectDelay(20, () => 1)).toBe(5000);
  });

  it('does not wait when the network comes back', async () => {
    const { connection, last, sockets } = aConnection();
    await wait(0);
    for (let tries = 0; tries < 5; tries++) {
      last().refuse('internal');
      await wait(5000);
    }
    const had = sockets.length;
    last().refuse('internal');
    connection.hurry();
    await wait(0);
    expect(sockets).toHaveLength(had + 1);
  });

  it('gives up a try that hangs when the network is back, but not a line that is up', async () => {
    const { connection, last, sockets } = aConnection();
    await wait(0);
    const hanging = last();
    connection.hurry();
    await wait(0);
    expect([hanging.isClosed, sockets.length]).toEqual([true, 2]);
    last().greet();
    connection.hurry();
    await wait(0);
    expect([last().isClosed, sockets.length]).toEqual([false, 2]);
  });

  it('renews a token that the handshake refuses', async () => {
    const { last } = aConnection();
    await wait(0);
    last().refuse('token_expired');
    await wait(0);
    expect(last().token).toBe('t2');
  });

  it('renews a token that a live socket is told of, and connects anew', async () => {
    const { last } = await aReadyOne();
    const params = {};
    last().tell('problem', {
      ...{ type: '', title: '', status: 401, code: 'token_expired', params },
    });
    last().breakDown();
    await wait(0);
    expect(last().token).toBe('t2');
  });

  it('hears why the line was ended, which a socket hands on after it has', async () => {
    const { last } = await aReadyOne();
    last().endEarly();
    await Promise.resolve();
    last().tell('problem', {
      ...{ type: '', title: '', status: 401, code: 'unauthenticated', params: {} },
    });
    await wait(250);
    expect(last().token).toBe('t2');
  });

  it('waits as long as a limit says', async () => {
    const { last, sockets } = aConnection();
    await wait(0);
    last().refuse('rate_limited', { retryAfterMs: 30_000 });
    await wait(29_999);
    expect(sockets).toHaveLength(1);
    await wait(1);
    expect(sockets).toHaveLength(2);
  });

  it('brings a new token before the old one ends', async () => {
    const { last, sockets } = await aReadyOne();
    last().tell('auth_expiring', { expiresIn: 60 });
    await wait(0);
    expect(last().sent).toMatchObject([{ name: 'refresh_auth', input: { token: 't2' } }]);
    expect(sockets).toHaveLength(1);
  });

  it('leaves a node that drains after a random part of the time', async () => {
    const { last, sockets, news } = await aReadyOne();
    last().tell('draining', { reconnectWithinMs: 4000 });
    await wait(1999);
    expect(news).toEqual(['ready']);
    await wait(2);
    expect([news, sockets.length]).toEqual([['ready', 'lost'], 2]);
  });

  it('stops when the session is over', async () => {
    const { last, tokens, sockets } = await aReadyOne();
    tokens.fresh = () => Promise.reject(new RequestProblem('unauthenticated', 401, {}));
    last().breakDown();
    await wait(60_000);
    expect(sockets).toHaveLength(1);
  });

  it('goes on trying while no token can be had', async () => {
    const { last, tokens, sockets } = await aReadyOne();
    tokens.fresh = () => Promise.reject(new ConnectionLost());
    last().breakDown();
    await wait(60_000);
    tokens.fresh = () => Promise.resolve('t9');
    await wait(5000);
    expect(sockets).toHaveLength(2);
  });

  it('is quiet once it is closed', async () => {
    const { connection, last, sockets } = await aReadyOne();
    connection.close();
    connection.close();
    await wait(60_000);
    expect([sockets.length, last().isClosed]).toEqual([1, true]);
  });
});
