import type { ConsumerOffer, MediaRoom, TransportOffer } from '../media-engine.js';
import type { MediaEvent } from '../media-event.js';
import type { ConsumerId, PeerId, ProducerId, TransportId } from '../media-ids.js';
import type { MediaStage } from './media-stage.js';
import { opus, vp8Simulcast } from './rtp-samples.js';

export const ada = 'ada' as PeerId;
export const ben = 'ben' as PeerId;

/** Ada shows her camera, and Ben is about to see it. */
export interface Watching {
  readonly mine: TransportOffer;
  readonly theirs: TransportOffer;
  readonly producerId: ProducerId;
  readonly consumer: ConsumerOffer;
  readonly consumerId: ConsumerId;
}

/** A room, and what was heard of it. */
export class MediaScene {
  static async open(stage: MediaStage): Promise<MediaScene> {
    const heard: MediaEvent[] = [];
    const room = await stage.engine.openRoom((event) => heard.push(event));
    return new MediaScene(stage, room, heard);
  }

  private constructor(
    readonly stage: MediaStage,
    readonly room: MediaRoom,
    readonly heard: MediaEvent[],
  ) {}

  produce(
    peerId: PeerId,
    transportId: TransportId,
    rtpParameters = vp8Simulcast(),
  ): Promise<ProducerId> {
    const wish = { transportId, source: 'camera', rtpParameters, isPaused: false } as const;
    return this.room.produce(peerId, wish);
  }

  speak(peerId: PeerId, transportId: TransportId): Promise<ProducerId> {
    const rtpParameters = opus();
    const wish = { transportId, source: 'microphone', rtpParameters, isPaused: false } as const;
    return this.room.produce(peerId, wish);
  }

  consume(
    peerId: PeerId,
    transportId: TransportId,
    producerId: ProducerId,
  ): Promise<ConsumerOffer> {
    const { rtpCapabilities } = this.room;
    return this.room.consume(peerId, { transportId, producerId, rtpCapabilities });
  }

  async watching(): Promise<Watching> {
    const mine = await this.room.openTransport(ada);
    const theirs = await this.room.openTransport(ben);
    const producerId = await this.produce(ada, mine.id);
    const consumer = await this.consume(ben, theirs.id, producerId);
    return { mine, theirs, producerId, consumer, consumerId: consumer.id };
  }
}
