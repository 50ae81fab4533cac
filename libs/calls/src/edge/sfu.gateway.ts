import { SfuApi, type Actor, type ClientEventInput } from '@app/contracts';
import { CurrentActor, EdgeGateway } from '@app/platform';
import { ConnectedSocket, MessageBody, SubscribeMessage } from '@nestjs/websockets';
import { inputOf } from './call-event.js';
import { onDevice, type SignedInSocket } from './call-sockets.js';

/** The media of calls that have a room, by sockets. */
@EdgeGateway()
export class SfuGateway {
  constructor(private readonly sfu: SfuApi) {}

  @SubscribeMessage('sfu_join')
  join(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('sfu_join')) input: ClientEventInput<'sfu_join'>,
  ) {
    return acked(this.sfu.join(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('sfu_producers')
  producers(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('sfu_producers')) input: ClientEventInput<'sfu_producers'>,
  ) {
    return acked(this.sfu.producers(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('sfu_connect')
  connect(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('sfu_connect')) input: ClientEventInput<'sfu_connect'>,
  ) {
    return acked(this.sfu.connect(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('sfu_restart_ice')
  restartIce(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('sfu_restart_ice')) input: ClientEventInput<'sfu_restart_ice'>,
  ) {
    return acked(this.sfu.restartIce(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('sfu_produce')
  produce(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('sfu_produce')) input: ClientEventInput<'sfu_produce'>,
  ) {
    return acked(this.sfu.produce(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('sfu_pause')
  pauseProducer(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('sfu_pause')) input: ClientEventInput<'sfu_pause'>,
  ) {
    return acked(this.sfu.pauseProducer(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('sfu_resume')
  resumeProducer(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('sfu_resume')) input: ClientEventInput<'sfu_resume'>,
  ) {
    return acked(this.sfu.resumeProducer(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('sfu_close')
  closeProducer(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('sfu_close')) input: ClientEventInput<'sfu_close'>,
  ) {
    return acked(this.sfu.closeProducer(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('sfu_consume')
  consume(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('sfu_consume')) input: ClientEventInput<'sfu_consume'>,
  ) {
    return acked(this.sfu.consume(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('sfu_pause_consumer')
  pauseConsumer(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('sfu_pause_consumer')) input: ClientEventInput<'sfu_pause_consumer'>,
  ) {
    return acked(this.sfu.pauseConsumer(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('sfu_resume_consumer')
  resumeConsumer(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('sfu_resume_consumer')) input: ClientEventInput<'sfu_resume_consumer'>,
  ) {
    return acked(this.sfu.resumeConsumer(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('sfu_close_consumer')
  closeConsumer(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('sfu_close_consumer')) input: ClientEventInput<'sfu_close_consumer'>,
  ) {
    return acked(this.sfu.closeConsumer(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('sfu_layers')
  preferLayers(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('sfu_layers')) input: ClientEventInput<'sfu_layers'>,
  ) {
    return acked(this.sfu.preferLayers(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('sfu_fit')
  fit(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('sfu_fit')) input: ClientEventInput<'sfu_fit'>,
  ) {
    return acked(this.sfu.fit(actor, onDevice(socket, input)));
  }
}

const acked = async <T extends object>(answer: Promise<T>) => ({
  ok: true as const,
  ...(await answer),
});
