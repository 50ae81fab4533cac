import type { Socket as TcpSocket } from 'node:net';
import { PacedOutbox } from './paced-outbox.js';

/** A TCP socket that keeps what is written to it. */
function aSocket() {
  const writes: string[] = [];
  const socket = { writable: true, write: (bytes: Buffer) => writes.push(bytes.toString()) };
  return { socket: socket as unknown as TcpSocket, writes };
}

const frame = (text: string) => Buffer.from(text);

describe('PacedOutbox', () => {
  let outbox: PacedOutbox;

  beforeEach(() => {
    jest.useFakeTimers();
    outbox = new PacedOutbox();
  });
  afterEach(() => jest.useRealTimers());

  const endTurn = () => jest.advanceTimersByTime(0);

  it('writes what a turn brings at its end, at once', () => {
    const { socket, writes } = aSocket();
    for (const text of ['a', 'b', 'c']) outbox.add(socket, frame(text));
    expect(writes).toEqual([]);
    endTurn();
    expect(writes).toEqual(['abc']);
  });

  it('lets a socket that was just written to wait for more, in order, 4 ms at most', () => {
    const { socket, writes } = aSocket();
    outbox.add(socket, frame('a'));
    endTurn();
    for (const text of ['b', 'c', 'd']) {
      outbox.add(socket, frame(text));
      endTurn();
    }
    expect(writes).toEqual(['a']);
    jest.advanceTimersByTime(4);
    expect(writes).toEqual(['a', 'bcd']);
  });

  it('writes once in 4 ms to a socket that gets something all the time', () => {
    const { socket, writes } = aSocket();
    for (let ms = 0; ms < 400; ms++) {
      outbox.add(socket, frame('.'));
      jest.advanceTimersByTime(1);
    }
    jest.advanceTimersByTime(4);
    expect(writes.join('')).toHaveLength(400);
    expect(writes.length).toBeLessThanOrEqual(102);
  });

  it('keeps nobody waiting for another, nor for what was long ago', () => {
    const [loud, quiet] = [aSocket(), aSocket()];
    outbox.add(loud.socket, frame('a'));
    endTurn();
    outbox.add(loud.socket, frame('b'));
    outbox.add(quiet.socket, frame('a'));
    endTurn();
    expect([loud.writes, quiet.writes]).toEqual([['a'], ['a']]);
    jest.advanceTimersByTime(12);
    outbox.add(loud.socket, frame('c'));
    endTurn();
    expect(loud.writes).toEqual(['a', 'b', 'c']);
    jest.advanceTimersByTime(12);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('writes now what waits for a socket to which something else is about to be written', () => {
    const { socket, writes } = aSocket();
    outbox.add(socket, frame('a'));
    endTurn();
    outbox.add(socket, frame('b'));
    outbox.flush(socket);
    expect(writes).toEqual(['a', 'b']);
    outbox.flush(socket);
    jest.advanceTimersByTime(10);
    expect(writes).toEqual(['a', 'b']);
  });

  it('writes all that waits when it is told to, once', () => {
    const [warm, cold] = [aSocket(), aSocket()];
    outbox.add(warm.socket, frame('a'));
    endTurn();
    outbox.add(warm.socket, frame('b'));
    outbox.add(cold.socket, frame('a'));
    outbox.flushAll();
    expect([warm.writes, cold.writes]).toEqual([['a', 'b'], ['a']]);
    jest.advanceTimersByTime(10);
    expect([warm.writes, cold.writes]).toEqual([['a', 'b'], ['a']]);
  });

  it('holds no more than 16 KiB', () => {
    const { socket, writes } = aSocket();
    outbox.add(socket, frame('a'));
    endTurn();
    for (let n = 0; n < 5; n++) outbox.add(socket, frame('x'.repeat(4096)));
    expect(writes.map(({ length }) => length)).toEqual([1, 5 * 4096]);
  });

  it('joins the bytes once for all who are sent the same', () => {
    const sockets = Array.from({ length: 3 }, aSocket);
    const concat = jest.spyOn(Buffer, 'concat');
    for (const text of ['a', 'b']) {
      const same = frame(text);
      for (const { socket } of sockets) outbox.add(socket, same);
    }
    endTurn();
    expect(sockets.map(({ writes }) => writes)).toEqual([['ab'], ['ab'], ['ab']]);
    expect(concat).toHaveBeenCalledTimes(1);
  });

  it('leaves a socket alone that was closed meanwhile', () => {
    const { socket, writes } = aSocket();
    outbox.add(socket, frame('a'));
    Object.assign(socket, { writable: false });
    endTurn();
    expect(writes).toEqual([]);
  });
});
