import {
  callClientEvents,
  CallControlsApi,
  type Actor,
  type Call,
  type ClientEventInput,
} from '@app/contracts';
import { CurrentActor, EdgeGateway } from '@app/platform';
import { ConnectedSocket, MessageBody, SubscribeMessage } from '@nestjs/websockets';
import { onDevice, type SignedInSocket } from './call-sockets.js';

const bodyOf = (name: keyof typeof callClientEvents) => ({ schema: callClientEvents[name].input });

/** What people do to each other in group calls, by sockets. */
@EdgeGateway()
export class CallControlsGateway {
  constructor(private readonly controls: CallControlsApi) {}

  @SubscribeMessage('call_mute')
  mute(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(bodyOf('call_mute')) input: ClientEventInput<'call_mute'>,
  ) {
    return acked(this.controls.mute(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('call_unmute')
  unmute(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(bodyOf('call_unmute')) input: ClientEventInput<'call_unmute'>,
  ) {
    return acked(this.controls.unmute(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('call_remove')
  remove(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(bodyOf('call_remove')) input: ClientEventInput<'call_remove'>,
  ) {
    return acked(this.controls.remove(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('call_lock')
  lock(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(bodyOf('call_lock')) input: ClientEventInput<'call_lock'>,
  ) {
    return acked(this.controls.lock(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('call_hand')
  hand(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(bodyOf('call_hand')) input: ClientEventInput<'call_hand'>,
  ) {
    return acked(this.controls.hand(actor, onDevice(socket, input)));
  }
}

const acked = async (answer: Promise<Call>) => {
  const call = await answer;
  return { ok: true as const, callId: call.id, call };
};
