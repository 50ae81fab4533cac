import {
  callClientEvents,
  CallsApi,
  type Actor,
  type ClientEventInput,
  type DeviceId,
  type Signal,
} from '@app/contracts';
import { CurrentActor, EdgeGateway, KeyedQueue } from '@app/platform';
import { ConnectedSocket, MessageBody, SubscribeMessage } from '@nestjs/websockets';
import { deviceOf, type SignedInSocket } from './call-sockets.js';

/** Signals of one socket that wait for each other: more than two ends have candidates. */
const maxWaiting = 200;

type Ack = Promise<{ ok: true }>;

/** What the ends of a peer connection say to each other, in the order in which each said it. */
@EdgeGateway()
export class SignalsGateway {
  readonly #turns = new KeyedQueue<string>(maxWaiting);

  constructor(private readonly calls: CallsApi) {}

  @SubscribeMessage('offer')
  offer(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody({ schema: callClientEvents.offer.input })
    { deviceId, ...payload }: ClientEventInput<'offer'>,
  ): Ack {
    return this.#say(actor, socket, deviceId, { name: 'offer', payload });
  }

  @SubscribeMessage('answer')
  answer(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody({ schema: callClientEvents.answer.input })
    { deviceId, ...payload }: ClientEventInput<'answer'>,
  ): Ack {
    return this.#say(actor, socket, deviceId, { name: 'answer', payload });
  }

  @SubscribeMessage('ice_candidate')
  candidate(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody({ schema: callClientEvents.ice_candidate.input })
    { deviceId, ...payload }: ClientEventInput<'ice_candidate'>,
  ): Ack {
    return this.#say(actor, socket, deviceId, { name: 'ice_candidate', payload });
  }

  #say(
    actor: Actor,
    socket: SignedInSocket,
    named: DeviceId | undefined,
    signal: Signal['signal'],
  ): Ack {
    const deviceId = deviceOf(socket, named);
    return this.#turns.run(socket.id, async () => {
      await this.calls.signal(actor, { callId: signal.payload.callId, deviceId, signal });
      return { ok: true };
    });
  }
}
