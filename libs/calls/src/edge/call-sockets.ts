import {
  CallsApi,
  DeviceId,
  deviceRoom,
  isProblem,
  type Actor,
  type Call,
  type CallId,
} from '@app/contracts';
import { Ticker } from '@app/platform';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Socket } from 'socket.io';

/** A socket after its handshake. */
export type SignedInSocket = Socket<never, never, never, { actor: Actor }>;

/**
 * Some of them fit into a lease, ms: one may be late, also where another socket of the device has
 * just gone and has left it shorter.
 */
const pulseMs = 4000;

/** Calls that one socket is kept in. */
const maxCalls = 4;

/** By which a call says that a device is not in it. */
const outCodes = ['forbidden', 'call_removed'] as const;

/** A device that names none is its socket. */
export const deviceOf = (socket: SignedInSocket, deviceId: DeviceId | undefined): DeviceId =>
  deviceId ?? DeviceId.parse(socket.id);

/** What it says, with its name. */
export const onDevice = <T extends { readonly deviceId?: DeviceId | undefined }>(
  socket: SignedInSocket,
  input: T,
) => ({ ...input, deviceId: deviceOf(socket, input.deviceId) });

/**
 * Which sockets of this node are in which calls: as long as a socket is there, so is its device,
 * and no client has to say so.
 */
@Injectable()
export class CallSockets implements OnModuleInit, OnApplicationShutdown {
  readonly #logger = new Logger(CallSockets.name);
  readonly #calls = new Map<SignedInSocket, Map<CallId, DeviceId>>();
  /** Devices of which it is not known yet whether they are in a call; one may be there twice. */
  readonly #taking = new Map<SignedInSocket, DeviceId[]>();
  #stop: (() => void) | undefined;

  constructor(
    private readonly calls: CallsApi,
    private readonly ticker: Ticker,
  ) {}

  onModuleInit(): void {
    this.#stop = this.ticker.every(pulseMs, () => this.#pulse());
  }

  onApplicationShutdown(): void {
    this.#stop?.();
  }

  /**
   * The call that `taking` answers, in which the device is from then on by this socket. What is
   * said to it comes here from before on, so that nothing is missed; and no more where it is
   * refused.
   */
  async take(
    socket: SignedInSocket,
    deviceId: DeviceId,
    taking: () => Promise<Call>,
  ): Promise<Call> {
    const takings = this.#taking.get(socket) ?? [];
    this.#taking.set(socket, takings);
    takings.push(deviceId);
    await socket.join(roomOf(socket, deviceId));
    try {
      const call = await taking();
      this.keep(socket, deviceId, call);
      return call;
    } finally {
      takings.splice(takings.indexOf(deviceId), 1);
      if (takings.length === 0) this.#taking.delete(socket);
      this.#hush(socket, deviceId);
    }
  }

  /** The device is in the call as long as the socket is there; or the call is over. */
  keep(socket: SignedInSocket, deviceId: DeviceId, call: Call): void {
    const mine = call.parties.find(({ userId }) => userId === socket.data.actor.userId);
    if (mine?.state !== 'joined' || mine.deviceId !== deviceId)
      return this.#drop(socket, call.id, deviceId);
    const calls = this.#calls.get(socket) ?? new Map<CallId, DeviceId>();
    this.#calls.set(socket, calls.set(call.id, deviceId));
    const [oldest] = calls;
    if (calls.size > maxCalls) this.#drop(socket, ...oldest!);
    // It left while it was being answered: the lease would outlive it.
    if (!socket.connected) this.leave(socket);
  }

  leave(socket: SignedInSocket): void {
    const { actor } = socket.data;
    for (const [callId, deviceId] of this.#calls.get(socket) ?? [])
      this.calls.away(actor, { callId, deviceId }).catch((error: unknown) => this.#warn(error));
    this.#calls.delete(socket);
  }

  #pulse(): void {
    for (const [socket, calls] of this.#calls)
      for (const [callId, deviceId] of calls)
        this.#renew(socket, callId, deviceId).catch((error: unknown) => this.#warn(error));
  }

  async #renew(socket: SignedInSocket, callId: CallId, deviceId: DeviceId): Promise<void> {
    try {
      const call = await this.calls.pulse(socket.data.actor, { callId, deviceId });
      if (call.state === 'ended') this.#drop(socket, callId, deviceId);
    } catch (error) {
      // Another device has taken its place, or a host has put it out: it is not in it any more.
      if (!isProblem(error, ...outCodes)) throw error;
      this.#drop(socket, callId, deviceId);
    }
  }

  #drop(socket: SignedInSocket, callId: CallId, deviceId: DeviceId): void {
    const calls = this.#calls.get(socket);
    calls?.delete(callId);
    if (calls?.size === 0) this.#calls.delete(socket);
    this.#hush(socket, deviceId);
  }

  /** Unless it is in a call, or about to be, nothing is said to the device here. */
  #hush(socket: SignedInSocket, deviceId: DeviceId): void {
    const used = [
      ...(this.#calls.get(socket)?.values() ?? []),
      ...(this.#taking.get(socket) ?? []),
    ];
    if (!used.includes(deviceId)) void socket.leave(roomOf(socket, deviceId));
  }

  #warn(error: unknown): void {
    this.#logger.warn(`A call was not told of its device: ${String(error)}`);
  }
}

const roomOf = ({ data: { actor } }: SignedInSocket, deviceId: DeviceId) =>
  deviceRoom(actor.sessionId, deviceId);
