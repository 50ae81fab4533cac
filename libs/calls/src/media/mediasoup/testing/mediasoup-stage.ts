import type { types } from 'mediasoup';
import { configFrom, readEnvironment, type Clock } from '@app/platform';
import { eventually, ManualTime } from '@app/platform/testing';
import { findWorker } from '../../find-worker.js';
import type { BackendSignal } from '../../media-backend.js';
import { busyShare, mediaBounds, spreadAt } from '../../media-bounds.js';
import type { ConsumerState, MediaStage, RoomContent } from '../../testing/media-stage.js';
import type { ConsumerId } from '../../media-ids.js';
import { MediasoupEngine, type MediasoupOptions } from '../mediasoup-engine.js';
import { MediasoupWatch } from './mediasoup-watch.js';

/** The worker that the set-up of the tests has made. */
export const workerFile = (): string => findWorker(configFrom(readEnvironment()))!;

/** An engine with workers of mediasoup on loopback, and what is in them. */
export class MediasoupStage implements MediaStage {
  readonly engine: MediasoupEngine;
  readonly workers: number;
  readonly watch = new MediasoupWatch();
  readonly #ticker = new ManualTime();
  #nowMs = 0;

  constructor(options: Partial<MediasoupOptions> = {}) {
    const clock: Clock = { now: () => new Date(this.#nowMs) };
    const listen = { address: '127.0.0.1', announced: undefined, port: 0 };
    const all = {
      ...{ file: workerFile(), workers: 1, listen, bounds: mediaBounds, busyShare, spreadAt },
      ...options,
    };
    this.workers = all.workers;
    this.engine = new MediasoupEngine(all, clock, this.#ticker);
  }

  async consumer(id: ConsumerId): Promise<ConsumerState> {
    const dump = await this.watch.consumers.get(id)!.dump();
    const { preferredSpatialLayer: spatial } = dump as types.SimulcastConsumerDump;
    return { isPaused: dump.paused, priority: dump.priority, spatial };
  }

  async content(): Promise<RoomContent> {
    // What has closed on one worker is told to the other a turn after its answer to this.
    await this.#dumps();
    await new Promise(setImmediate);
    const dumps = await this.#dumps();
    const isPeers = ({ id }: { id: string }) => this.watch.transports.has(id);
    const ids = dumps.flatMap(({ transportIds }) => transportIds.map((id) => ({ id })));
    const producers = dumps.flatMap((each) => each.mapProducerIdConsumerIds.map(({ key }) => key));
    const consumers = dumps.flatMap((each) => each.mapConsumerIdProducerId.map(({ key }) => key));
    return {
      transports: ids.filter(isPeers).length,
      // One that goes from worker to worker is one.
      producers: new Set(producers).size,
      consumers: consumers.filter((id) => this.watch.consumers.has(id)).length,
    };
  }

  /** What mediasoup tells when its worker says so. */
  signal(signal: BackendSignal): void {
    const { consumers, producers, speakers, transports } = this.watch;
    switch (signal.type) {
      case 'consumer_score': {
        const { score, producerScore } = signal;
        consumers
          .get(signal.consumerId)!
          .emit('score', { score, producerScore, producerScores: [] });
        return;
      }
      case 'consumer_layers': {
        const { layers } = signal;
        const now = layers && { spatialLayer: layers.spatial, temporalLayer: layers.temporal };
        consumers.get(signal.consumerId)!.emit('layerschange', now);
        return;
      }
      case 'producer_scores': {
        const scores = signal.scores.map((score) => ({ encodingIdx: 0, ssrc: 1, ...score }));
        producers.get(signal.producerId)!.emit('score', scores);
        return;
      }
      case 'dominant_speaker':
        speakers.emit('dominantspeaker', { producer: producers.get(signal.producerId)! });
        return;
      case 'transport_state': {
        const transport = transports.get(signal.transportId)!;
        const state = signal.state === 'failed' ? 'failed' : 'closed';
        Object.defineProperty(transport, 'dtlsState', { get: () => state });
        transport.emit('dtlsstatechange', state);
      }
    }
  }

  kill(): void {
    process.kill(this.engine.loads()[0]!.pid!, 'SIGKILL');
  }

  /** By a clock that hardly goes on, it uses more than a core. */
  async overload(): Promise<void> {
    await eventually(async () => {
      for (let n = 0; n < 50; n++) await this.#dumps();
      this.#nowMs++;
      this.#ticker.advance(2000);
      // Its answer about itself comes before that to the next question.
      await this.#dumps();
      if (this.engine.loads().some(({ share }) => share < busyShare))
        throw new Error('They are not all busy yet');
    });
  }

  #dumps() {
    return Promise.all(this.watch.openRouters.map((router) => router.dump()));
  }
}
