import { problem } from '@app/contracts';
import type { types } from 'mediasoup';
import type { SignalListener } from '../media-backend.js';
import type { MediaSource } from '../media-engine.js';
import type { ProducerId } from '../media-ids.js';
import { asked } from './engine-problem.js';
import type { RoomBranch } from './room-branch.js';

/** Between two looks at who speaks, in ms: mediasoup's own. */
const speakerMs = 300;

interface Known {
  readonly producer: types.Producer;
  readonly branch: RoomBranch;
  /** Where else it is to be had, or about to be. */
  readonly pipes: Map<RoomBranch, Promise<unknown>>;
}

/** All producers of a room: on which branches they are, who of them speaks, which have layers. */
export class RoomProducers {
  readonly #known = new Map<string, Known>();

  static async openOn(home: RoomBranch, heard: SignalListener): Promise<RoomProducers> {
    const speakers = await home.router.createActiveSpeakerObserver({ interval: speakerMs });
    return new RoomProducers(home, speakers, heard);
  }

  private constructor(
    private readonly home: RoomBranch,
    private readonly speakers: types.ActiveSpeakerObserver,
    heard: SignalListener,
  ) {
    speakers.on('dominantspeaker', ({ producer }) =>
      heard({ type: 'dominant_speaker', producerId: producer.id as ProducerId }),
    );
  }

  /** The sound of a screen is nobody speaking. All who speak are compared at home. */
  async add(producer: types.Producer, source: MediaSource, branch: RoomBranch): Promise<void> {
    this.#known.set(producer.id, { producer, branch, pipes: new Map() });
    producer.observer.once('close', () => this.#known.delete(producer.id));
    if (source !== 'microphone') return;
    await this.bring(producer.id as ProducerId, this.home);
    await asked('producerId', this.speakers.addProducer({ producerId: producer.id }));
  }

  hasLayers(producerId: ProducerId): boolean {
    const known = this.#known.get(producerId);
    return known !== undefined && known.producer.type !== 'simple';
  }

  /**
   * From then on the producer is to be had at that branch, too, as long as it is there: it goes
   * from worker to worker once, for all who consume it. Throws `not_found` for one that has gone.
   */
  async bring(producerId: ProducerId, to: RoomBranch): Promise<void> {
    const known = this.#known.get(producerId);
    if (!known) throw problem('not_found');
    if (known.branch === to) return;
    const piped = known.pipes.get(to) ?? pipe(known, to);
    known.pipes.set(to, piped);
    try {
      await piped;
    } catch (error) {
      // One of the two workers has died, or the producer is gone; the next one tries again.
      known.pipes.delete(to);
      throw known.producer.closed ? problem('not_found') : error;
    }
    if (known.producer.closed) throw problem('not_found');
  }
}

async function pipe({ producer, branch }: Known, to: RoomBranch): Promise<void> {
  const options = { producerId: producer.id, router: to.router, enableSctp: false };
  const { pipeConsumer, pipeProducer } = await asked(
    'producerId',
    branch.router.pipeToRouter(options),
  );
  // mediasoup would leave it to nobody when this fails, which ends a process of Node.
  for (const event of ['pause', 'resume'] as const) {
    pipeConsumer!.observer.removeAllListeners(event);
    pipeConsumer!.observer.on(event, () => {
      pipeProducer![event]().catch(() => {
        // Its worker has died, and with it the room.
      });
    });
  }
}
