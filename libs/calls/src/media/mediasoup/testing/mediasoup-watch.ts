import { observer, type types } from 'mediasoup';

/** What mediasoup has made in this process since the watch began. */
export class MediasoupWatch {
  readonly workers: types.Worker[] = [];
  readonly routers: types.Router[] = [];
  /** Of peers, what they have, and not what goes from worker to worker. */
  readonly transports = new Map<string, types.WebRtcTransport>();
  readonly producers = new Map<string, types.Producer>();
  readonly consumers = new Map<string, types.Consumer>();
  /** `Map<producer, how often it was piped to another worker>`. */
  readonly pipes = new Map<string, number>();
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

  get openRouters(): types.Router[] {
    return this.routers.filter(({ closed }) => !closed);
  }

  get speakers(): types.ActiveSpeakerObserver {
    return this.#speakers.at(-1)!;
  }

  close(): void {
    observer.off('newworker', this.#watch);
  }

  #watchTransport(transport: types.Transport): void {
    if (transport.type === 'pipe') return this.#watchPipe(transport);
    this.transports.set(transport.id, transport as types.WebRtcTransport);
    transport.observer.on('newproducer', (producer) => this.producers.set(producer.id, producer));
    transport.observer.on('newconsumer', (consumer) => this.consumers.set(consumer.id, consumer));
  }

  #watchPipe(transport: types.Transport): void {
    transport.observer.on('newconsumer', ({ producerId }) => {
      this.pipes.set(producerId, (this.pipes.get(producerId) ?? 0) + 1);
    });
  }
}
