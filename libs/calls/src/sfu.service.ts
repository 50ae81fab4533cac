import { isProblem, type Actor, type Done, type SfuApi, type SfuPlace } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import type { MediaRoom } from './media/media-engine.js';
import type { ConsumerId, PeerId, ProducerId, TransportId } from './media/media-ids.js';
import type { IceParameters, RtpParameters } from './media/rtp.js';
import { peerIdOf } from './room/call-room.js';
import { CallRooms } from './room/call-rooms.js';
import type { LiveRoom } from './room/live-room.js';

type Input<M extends keyof SfuApi> = Parameters<SfuApi[M]>[1];
type Output<M extends keyof SfuApi> = ReturnType<SfuApi[M]>;

/** See `SfuApi`. What only the ends understand is handed on: the engine refuses what is none. */
@Injectable()
export class SfuService implements SfuApi {
  constructor(private readonly rooms: CallRooms) {}

  join(actor: Actor, input: Input<'join'>): Promise<SfuPlace> {
    return this.rooms.join(actor, input);
  }

  async producers(actor: Actor, input: Input<'producers'>): Output<'producers'> {
    const { room, peer } = await this.rooms.of(actor, input);
    return { producers: room.sentByOthers(peerIdOf(peer)) };
  }

  connect(actor: Actor, input: Input<'connect'>): Promise<Done> {
    const { transportId, dtlsParameters } = input;
    return this.#do(actor, input, ({ media }, peerId) =>
      media.connectTransport(peerId, transportId as TransportId, dtlsParameters),
    );
  }

  async restartIce(actor: Actor, input: Input<'restartIce'>): Output<'restartIce'> {
    const { room, peer } = await this.rooms.of(actor, input);
    const transportId = input.transportId as TransportId;
    const ice: IceParameters = await room.media.restartIce(peerIdOf(peer), transportId);
    return { iceParameters: { ...ice } };
  }

  async produce(actor: Actor, input: Input<'produce'>): Output<'produce'> {
    const { room, peer } = await this.rooms.of(actor, input);
    const { source, isPaused } = input;
    const producerId = await room.produce(peer, {
      ...{ source, isPaused, transportId: input.transportId as TransportId },
      rtpParameters: input.rtpParameters as unknown as RtpParameters,
    });
    return { producerId };
  }

  pauseProducer(actor: Actor, input: Input<'pauseProducer'>): Promise<Done> {
    return this.#do(actor, input, (room, peerId) =>
      room.pause(peerId, input.producerId as ProducerId, true),
    );
  }

  resumeProducer(actor: Actor, input: Input<'resumeProducer'>): Promise<Done> {
    return this.#do(actor, input, (room, peerId) =>
      room.pause(peerId, input.producerId as ProducerId, false),
    );
  }

  closeProducer(actor: Actor, input: Input<'closeProducer'>): Promise<Done> {
    return this.#do(actor, input, (room, peerId) =>
      room.close(peerId, input.producerId as ProducerId),
    );
  }

  async consume(actor: Actor, input: Input<'consume'>): Output<'consume'> {
    const { room, peer } = await this.rooms.of(actor, input);
    const consumers = await room.consume(peerIdOf(peer), input.producerIds as ProducerId[], {
      transportId: input.transportId as TransportId,
      rtpCapabilities: input.rtpCapabilities,
    });
    return { consumers };
  }

  pauseConsumer(actor: Actor, input: Input<'pauseConsumer'>): Promise<Done> {
    return this.#do(actor, input, ({ media }, peerId) =>
      media.pauseConsumer(peerId, input.consumerId as ConsumerId),
    );
  }

  resumeConsumer(actor: Actor, input: Input<'resumeConsumer'>): Promise<Done> {
    return this.#do(actor, input, ({ media }, peerId) =>
      media.resumeConsumer(peerId, input.consumerId as ConsumerId),
    );
  }

  closeConsumer(actor: Actor, input: Input<'closeConsumer'>): Promise<Done> {
    return this.#do(actor, input, ({ media }, peerId) =>
      media.closeConsumer(peerId, input.consumerId as ConsumerId),
    );
  }

  preferLayers(actor: Actor, input: Input<'preferLayers'>): Promise<Done> {
    const { spatial, temporal, priority } = input;
    const consumerId = input.consumerId as ConsumerId;
    return this.#do(actor, input, async ({ media }, peerId) => {
      await media.preferLayers(peerId, consumerId, { spatial, temporal });
      if (priority !== undefined) await media.prioritize(peerId, consumerId, priority);
    });
  }

  fit(actor: Actor, input: Input<'fit'>): Promise<Done> {
    return this.#do(actor, input, async ({ media }, peerId) => {
      // What is said of one twice is said last.
      const wishes = new Map(input.consumers.map((wish) => [wish.consumerId, wish.spatial]));
      const fits = [...wishes].map(([id, spatial]) =>
        fit(media, peerId, id as ConsumerId, spatial),
      );
      await Promise.all(fits);
    });
  }

  async #do(
    actor: Actor,
    input: Input<'join'>,
    work: (room: LiveRoom, peerId: PeerId) => Promise<void> | void,
  ): Promise<Done> {
    const { room, peer } = await this.rooms.of(actor, input);
    await work(room, peerIdOf(peer));
    return {};
  }
}

/** One that has gone meanwhile needs nothing. */
async function fit(
  media: MediaRoom,
  peerId: PeerId,
  consumerId: ConsumerId,
  spatial: number | null,
): Promise<void> {
  try {
    if (spatial === null) {
      await media.pauseConsumer(peerId, consumerId);
      return;
    }
    await media.preferLayers(peerId, consumerId, { spatial });
    await media.resumeConsumer(peerId, consumerId);
  } catch (error) {
    // Its sender may close it at any moment, also while it is asked for.
    if (!isProblem(error, 'not_found')) throw error;
  }
}
