import {
  CallId,
  ChatId,
  DeviceId,
  deviceRoom,
  type Actor,
  type Call,
  type CallDevice,
  type CallsApi,
} from '@app/contracts';
import { ManualTime } from '@app/platform/testing';
import { act, joinedOn, leaseMs } from '../call/call-machine.js';
import { toCall, type OneCall } from '../call/call.js';
import { caller } from '../testing/calls-bench.js';
import { CallSockets, type SignedInSocket } from './call-sockets.js';

const [{ actor, deviceId }, bob] = [caller('ada'), caller('bob')];
const callId = CallId.parse('call');
const room = deviceRoom(actor.sessionId, deviceId);

/** A call that runs, and that nobody but Ada can end. */
class PaperCalls {
  pulses = 0;
  /** How late a pulse is heard. */
  lagMs = 0;
  call: OneCall;

  constructor(private readonly time: ManualTime) {
    const nowMs = time.now().getTime();
    const device = { sessionId: actor.sessionId, deviceId };
    const theirs = { sessionId: bob.actor.sessionId, deviceId: bob.deviceId };
    const other = joinedOn({ userId: bob.actor.userId, state: 'invited' }, theirs, nowMs);
    this.call = {
      id: callId,
      kind: 'direct',
      chatId: ChatId.parse('chat'),
      media: 'audio',
      callerId: actor.userId,
      state: 'active',
      parties: [
        joinedOn({ userId: actor.userId, state: 'invited' }, device, nowMs),
        { ...other, leaseMs: Infinity },
      ],
      createdMs: nowMs,
      early: [],
      isTold: false,
      version: 1,
    };
  }

  pulse(by: Actor, input: CallDevice): Promise<Call> {
    this.pulses++;
    return this.#act('pulse', by, input, this.lagMs);
  }

  away(by: Actor, input: CallDevice): Promise<Call> {
    return this.#act('away', by, input, 0);
  }

  #act(type: 'pulse' | 'away', by: Actor, input: CallDevice, lagMs: number): Promise<Call> {
    const device = { sessionId: by.sessionId, deviceId: input.deviceId };
    const what = { type, userId: by.userId, device, isConnected: true };
    this.call = act(this.call, what, this.time.now().getTime() + lagMs);
    return Promise.resolve(toCall(this.call));
  }
}

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
  const there = () => Promise.resolve(toCall(calls.call));
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
    answer!(toCall(calls.call));
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
    sockets.keep(socket, deviceId, { ...toCall(calls.call), parties: [] });
    expect(socket.rooms.size).toBe(0);
  });
});
