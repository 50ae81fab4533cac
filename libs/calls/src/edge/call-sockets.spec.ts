import { DeviceId, deviceRoom, type Call, type CallsApi } from '@app/contracts';
import { ManualTime } from '@app/platform/testing';
import { leaseMs, PaperCalls } from '../testing/index.js';
import { CallSockets, type SignedInSocket } from './call-sockets.js';

const { actor, deviceId } = PaperCalls.ada;
const room = deviceRoom(actor.sessionId, deviceId);

function socketOfAda(): SignedInSocket & { readonly rooms: Set<string> } {
  const rooms = new Set<string>();
  const socket = {
    rooms,
    connected: true,
    data: { actor },
    join: (name: string) => Promise.resolve(void rooms.add(name)),
    leave: (name: string) => void rooms.delete(name),
  };
  return socket as unknown as SignedInSocket & { readonly rooms: Set<string> };
}

describe('CallSockets', () => {
  let time: ManualTime;
  let calls: PaperCalls;

  beforeEach(() => {
    time = new ManualTime();
    calls = new PaperCalls(time);
  });

  /** What one gateway knows. */
  const gateway = () => {
    const sockets = new CallSockets(calls as unknown as CallsApi, time);
    sockets.onModuleInit();
    return sockets;
  };
  const there = () => Promise.resolve(calls.shown);
  const passing = async (ms: number) => {
    time.advance(ms);
    // What was begun meanwhile is done.
    await new Promise(setImmediate);
  };

  it('keep a device in its call as long as they are there', async () => {
    const sockets = gateway();
    const socket = socketOfAda();
    await sockets.take(socket, deviceId, there);
    for (let ms = 0; ms < 3 * leaseMs; ms += 1000) await passing(1000);
    expect(calls.call.state).toBe('active');
    sockets.leave(socket);
    const pulses = calls.pulses;
    await passing(leaseMs);
    expect(calls.pulses).toBe(pulses);
  });

  it('keep it when another socket of the device goes, though they are late', async () => {
    const [one, other] = [gateway(), gateway()];
    const leaving = socketOfAda();
    await one.take(leaving, deviceId, there);
    await other.take(socketOfAda(), deviceId, there);
    while (calls.pulses === 0) await passing(1);
    await passing(1);
    one.leave(leaving);
    calls.lagMs = 900;
    for (let ms = 0; ms < leaseMs; ms += 100) await passing(100);
    expect(calls.call.state).toBe('active');
  });

  it('hear what is said to a device while it comes into a call, whatever else it asks', async () => {
    const sockets = gateway();
    const socket = socketOfAda();
    const refused = () => Promise.reject(new Error('no such call'));
    let answer: ((call: Call) => void) | undefined;
    const accepted = sockets.take(socket, deviceId, () => new Promise((done) => (answer = done)));
    await expect(sockets.take(socket, deviceId, refused)).rejects.toThrow('no such call');
    expect(socket.rooms).toContain(room);
    answer!(calls.shown);
    await accepted;
    expect(socket.rooms).toContain(room);
  });

  it('hear no more once it is in none', async () => {
    const sockets = gateway();
    const socket = socketOfAda();
    const refused = () => Promise.reject(new Error('no such call'));
    await expect(sockets.take(socket, deviceId, refused)).rejects.toThrow('no such call');
    expect(socket.rooms).not.toContain(room);
    await sockets.take(socket, DeviceId.parse('another'), there);
    expect(socket.rooms.size).toBe(0);
    await sockets.take(socket, deviceId, there);
    sockets.keep(socket, deviceId, { ...calls.shown, parties: [] });
    expect(socket.rooms.size).toBe(0);
  });
});
