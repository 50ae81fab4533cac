import { CallsApi, type Actor, type ClientEventAck, type ClientEventInput } from '@app/contracts';
import { CurrentActor, EdgeGateway } from '@app/platform';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  type OnGatewayDisconnect,
} from '@nestjs/websockets';
import { ackOf, inputOf } from './call-event.js';
import { CallSockets, deviceOf, onDevice, type SignedInSocket } from './call-sockets.js';

/** The state of calls, by sockets. */
@EdgeGateway()
export class CallsGateway implements OnGatewayDisconnect {
  constructor(
    private readonly calls: CallsApi,
    private readonly sockets: CallSockets,
  ) {}

  handleDisconnect(socket: SignedInSocket): void {
    this.sockets.leave(socket);
  }

  @SubscribeMessage('call_user')
  async start(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('call_user')) input: ClientEventInput<'call_user'>,
  ): Promise<ClientEventAck<'call_user'>> {
    const deviceId = deviceOf(socket, input.deviceId);
    const start = () => this.calls.start(actor, { ...input, deviceId });
    return ackOf(this.sockets.take(socket, deviceId, start));
  }

  /** A device of the callee shows it. */
  @SubscribeMessage('call_ringing')
  async ring(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('call_ringing')) input: ClientEventInput<'call_ringing'>,
  ): Promise<ClientEventAck<'call_ringing'>> {
    return ackOf(this.calls.ring(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('call_accepted')
  async accept(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('call_accepted')) input: ClientEventInput<'call_accepted'>,
  ): Promise<ClientEventAck<'call_accepted'>> {
    const device = onDevice(socket, input);
    const accept = () => this.calls.accept(actor, device);
    return ackOf(this.sockets.take(socket, device.deviceId, accept));
  }

  @SubscribeMessage('call_declined')
  async decline(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('call_declined')) input: ClientEventInput<'call_declined'>,
  ): Promise<ClientEventAck<'call_declined'>> {
    return ackOf(this.calls.decline(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('end_call')
  async end(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('end_call')) input: ClientEventInput<'end_call'>,
  ): Promise<ClientEventAck<'end_call'>> {
    const device = onDevice(socket, input);
    const call = await this.calls.end(actor, device);
    this.sockets.keep(socket, device.deviceId, call);
    return ackOf(call);
  }

  /** Acks the call as it is: whatever was missed is made good by it. */
  @SubscribeMessage('call_heartbeat')
  async pulse(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('call_heartbeat')) input: ClientEventInput<'call_heartbeat'>,
  ): Promise<ClientEventAck<'call_heartbeat'>> {
    const device = onDevice(socket, input);
    const pulse = () => this.calls.pulse(actor, device);
    return ackOf(this.sockets.take(socket, device.deviceId, pulse));
  }

  @SubscribeMessage('call_media_state')
  async show(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('call_media_state')) input: ClientEventInput<'call_media_state'>,
  ): Promise<ClientEventAck<'call_media_state'>> {
    return ackOf(this.calls.show(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('call_reroute')
  async reroute(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('call_reroute')) input: ClientEventInput<'call_reroute'>,
  ): Promise<ClientEventAck<'call_reroute'>> {
    return ackOf(this.calls.reroute(actor, onDevice(socket, input)));
  }

  @SubscribeMessage('call_invite')
  async invite(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody(inputOf('call_invite')) input: ClientEventInput<'call_invite'>,
  ): Promise<ClientEventAck<'call_invite'>> {
    return ackOf(this.calls.invite(actor, onDevice(socket, input)));
  }
}
