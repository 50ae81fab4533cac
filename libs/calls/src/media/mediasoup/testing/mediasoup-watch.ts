import { observer, type types } from 'mediasoup';

/** What mediasoup has made in this process since the watch began. */
export class MediasoupWatch {
  readonly workers: types.Worker[] = [];
  readonly routers: types.Router[] = [];
  readonly transports = new Map<string, types.WebRtcTransport>();
  readonly producers = new Map<string, types.Producer>();
  readonly consumers = new Map<string, types.Consumer>();
  readonly #speakers: types.ActiveSpeakerObserver[] = [];

  readonly #watch = (worker: types.Worker): void => {
    this.workers.push(worker);
    worker.observer.on('newrouter', (router) => {
      this.routers.push(router);
      router.observer.on('newtransport', (transport) => this.#watchTransport(transport));
      router.observer.on('newrtpobserver', (speakers) =>
        this.#speakers.push(speakers as types.ActiveSpeakerObserver),
      );
    });
  };

  constructor() {
    observer.on('newworker', this.#watch);
  }

  /** The one that was made last. */
  get router(): types.Router {
    return this.routers.at(-1)!;
  }

  get speakers(): types.ActiveSpeakerObserver {
    return this.#speakers.at(-1)!;
  }

  close(): void {
    observer.off('newworker', this.#watch);
  }

  #watchTransport(transport: types.Transport): void {
    this.transports.set(transport.id, transport as types.WebRtcTransport);
    transport.observer.on('newproducer', (producer) => this.producers.set(producer.id, producer));
    transport.observer.on('newconsumer', (consumer) => this.consumers.set(consumer.id, consumer));
  }
}
