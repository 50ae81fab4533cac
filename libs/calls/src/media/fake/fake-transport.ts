import { problem } from '@app/contracts';
import type { ProducerBackend, TransportBackend } from '../media-backend.js';
import type { ConsumeWish, ProduceWish, TransportOffer, TransportStats } from '../media-engine.js';
import type { ConsumerId, ProducerId, TransportId } from '../media-ids.js';
import type { DtlsParameters, IceParameters, MediaKind, RtpCodecCapability } from '../rtp.js';
import { undecodable } from '../undecodable.js';
import { FakeConsumer } from './fake-consumer.js';
import type { FakeRoom } from './fake-room.js';

/** Says what mediasoup would say, and carries nothing. */
export class FakeTransport implements TransportBackend {
  readonly offer: TransportOffer;

  constructor(private readonly room: FakeRoom) {
    const id = room.nextId('transport') as TransportId;
    const candidate = { foundation: 'fake', address: '127.0.0.1', port: 9, type: 'host' } as const;
    this.offer = {
      id,
      iceParameters: this.#iceParameters(),
      iceCandidates: [
        { ...candidate, priority: 2, protocol: 'udp' },
        { ...candidate, priority: 1, protocol: 'tcp', tcpType: 'passive' },
      ],
      dtlsParameters: { role: 'auto', fingerprints: [{ algorithm: 'sha-256', value: 'FA:4E' }] },
    };
  }

  connect({ fingerprints }: DtlsParameters): Promise<void> {
    if (fingerprints.length > 0) return Promise.resolve();
    return Promise.reject(invalid('dtlsParameters', 'There is no fingerprint'));
  }

  restartIce(): Promise<IceParameters> {
    return Promise.resolve(this.#iceParameters());
  }

  async produce(kind: MediaKind, wish: ProduceWish): Promise<ProducerBackend> {
    await Promise.resolve();
    if (!this.room.passesOn(wish.rtpParameters.codecs[0]!.mimeType))
      throw invalid('rtpParameters', 'No such codec');
    const id = this.room.nextId('producer') as ProducerId;
    const { rtpParameters, isPaused } = wish;
    const producer = { kind, rtpParameters, transport: this, isPaused };
    this.room.producers.set(id, producer);
    const become = (paused: boolean) => () => {
      producer.isPaused = paused;
      return Promise.resolve();
    };
    const close = () => this.room.closeProducer(id);
    return { id, pause: become(true), resume: become(false), close };
  }

  async consume({ producerId, rtpCapabilities }: ConsumeWish): Promise<FakeConsumer> {
    await Promise.resolve();
    const producer = this.room.producers.get(producerId);
    if (!producer) throw problem('not_found');
    const { kind, rtpParameters } = producer;
    const wanted = rtpParameters.codecs[0]!.mimeType.toLowerCase();
    const { codecs = [] } = rtpCapabilities;
    if (!Array.isArray(codecs)) throw invalid('rtpCapabilities', 'Codecs are a list');
    if (!codecs.some(({ mimeType }: RtpCodecCapability) => mimeType.toLowerCase() === wanted))
      throw undecodable();
    const id = this.room.nextId('consumer') as ConsumerId;
    const leave = () => this.room.consumers.delete(id);
    const consumer = new FakeConsumer(id, producerId, kind, rtpParameters, leave);
    this.room.consumers.set(id, { consumer, transport: this });
    return consumer;
  }

  stats(): Promise<TransportStats> {
    const nothing = { bytesReceived: 0, bytesSent: 0, receiveBitrate: 0, sendBitrate: 0 };
    return Promise.resolve({ transportId: this.offer.id, ...nothing });
  }

  close(): void {
    this.room.closeTransport(this);
  }

  #iceParameters(): IceParameters {
    const usernameFragment = this.room.nextId('ice');
    return { usernameFragment, password: 'fake', iceLite: true };
  }
}

const invalid = (path: string, message: string) =>
  problem('validation_failed', { issues: [{ path, message }] });
