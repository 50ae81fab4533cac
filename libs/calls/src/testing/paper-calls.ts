import { CallId, ChatId, type Actor, type Call, type CallDevice } from '@app/contracts';
import type { ManualTime } from '@app/platform/testing';
import { act } from '../call/call-machine.js';
import { joinedOn } from '../call/call-rules.js';
import { toCall, type OneCall } from '../call/call.js';
import { caller } from './calls-bench.js';

/** A call that runs, and that nobody but Ada can end. */
export class PaperCalls {
  static readonly ada = caller('ada');

  pulses = 0;
  /** How late a pulse is heard. */
  lagMs = 0;
  call: OneCall;

  constructor(private readonly time: ManualTime) {
    const nowMs = time.now().getTime();
    const { actor, deviceId } = PaperCalls.ada;
    const bob = caller('bob');
    const device = { sessionId: actor.sessionId, deviceId };
    const theirs = { sessionId: bob.actor.sessionId, deviceId: bob.deviceId };
    const other = joinedOn({ userId: bob.actor.userId, state: 'invited' }, theirs, nowMs);
    this.call = {
      id: CallId.parse('call'),
      kind: 'direct',
      via: 'peer',
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

  get shown(): Call {
    return toCall(this.call);
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
