import { CallControlsApi, type Actor, type ClientEventInput } from '@app/contracts';
import { CurrentActor, EdgeGateway } from '@app/platform';
import { ConnectedSocket, MessageBody, SubscribeMessage } from '@nestjs/websockets';
import { ackOf, inputOf } from './call-event.js';
import { onDevice, type SignedInSocket } from './call-sockets.js';

/** What people do to each other in group calls, by sockets. */
@EdgeGateway()
export class CallControlsGateway {
  constructor(private readonly controls: CallControlsApi) {}

  @SubscribeMessage('call_mute')
  mute(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('call_mute')) input: ClientEventInput<'call_mute'>,
  ) {
    return ackOf(this.controls.mute(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('call_unmute')
  unmute(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('call_unmute')) input: ClientEventInput<'call_unmute'>,
  ) {
    return ackOf(this.controls.unmute(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('call_remove')
  remove(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('call_remove')) input: ClientEventInput<'call_remove'>,
  ) {
    return ackOf(this.controls.remove(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('call_lock')
  lock(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('call_lock')) input: ClientEventInput<'call_lock'>,
  ) {
    return ackOf(this.controls.lock(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('call_hand')
  hand(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('call_hand')) input: ClientEventInput<'call_hand'>,
  ) {
    return ackOf(this.controls.hand(actor, onDevice(socket, input)));
  }
}
