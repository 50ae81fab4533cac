import type {
  ClientEventAck,
  ClientEventName,
  SfuConsumer,
  SfuPlace,
  SfuProducer,
  SfuSource,
  UserId,
} from '@app/contracts';
import { RequestProblem } from '@app/web-realtime';
import { Device, type types } from 'mediasoup-client';
import { cameraEncoding, layerFor } from './camera-encoding';
import { FIRST_KBIT_PER_S } from './first-bitrate';
import { lanes, type Lane, type LinkEvents, type LinkNumbers } from './media-link';
import { PeerNumbers, worseOf } from './peer-numbers';
import type { About } from './told';

type SfuEvent = Extract<ClientEventName, `sfu_${string}`>;

/** Says something of the media of this device. Rejects as the line does. */
export type SfuAsk = <N extends SfuEvent>(name: N, input: About<N>) => Promise<ClientEventAck<N>>;

export interface SfuRoomDeps {
  readonly ask: SfuAsk;
  /** Those that hold now: they expire. */
  readonly iceServers: () => Promise<RTCIceServer[]>;
  readonly events: LinkEvents;
  /** Px in which a picture is shown here; undefined: nobody has said so yet. */
  readonly heightOf: (userId: UserId, lane: Lane) => number | undefined;
}

/**
 * `layer`: the one that was asked for; null: none, it is paused. `receiver` knows what has come of
 * it.
 */
interface Consumed {
  readonly consumerId: string;
  readonly producerId: string;
  readonly userId: UserId;
  readonly lane: Lane;
  readonly receiver: RTCRtpReceiver | undefined;
  readonly end: types.Consumer;
  layer: number | null;
}

type Wish = About<'sfu_fit'>['consumers'][number];

const sources: Readonly<Record<Lane, SfuSource>> = {
  audio: 'microphone',
  video: 'camera',
  screen: 'screen',
  sound: 'screen_audio',
};
const laneOf = (source: SfuSource): Lane => lanes.find((lane) => sources[lane] === source)!;

/** Voices first: where many are in, the others take a while. */
function idsOf(producers: readonly SfuProducer[]): string[] {
  const isVoice = ({ source }: SfuProducer) => Number(source === 'microphone');
  return producers.toSorted((a, b) => isVoice(b) - isVoice(a)).map(({ producerId }) => producerId);
}

/** As many as the contract takes. */
const MOST_AT_ONCE = 100;

/** What this device has in one room of the server; nothing is kept for the next one. */
export class SfuRoom {
  private readonly producers = new Map<Lane, types.Producer>();
  /** By id. */
  private readonly consumers = new Map<string, Consumed>();
  /** Those of which was said that they have gone while they were on their way. */
  private readonly gone = new Set<string>();
  private readonly send: types.Transport;
  private readonly receive: types.Transport;
  private readonly figures: readonly PeerNumbers[];

  private constructor(
    private readonly deps: SfuRoomDeps,
    private readonly device: Device,
    offered: SfuPlace,
    iceServers: RTCIceServer[],
  ) {
    this.send = device.createSendTransport(optionsOf(offered.send, iceServers));
    this.receive = device.createRecvTransport(optionsOf(offered.receive, iceServers));
    this.figures = [this.send, this.receive].map((transport) => new PeerNumbers(transport));
    for (const transport of [this.send, this.receive]) this.attend(transport);
    this.send.on('produce', ({ rtpParameters, appData }, done, failed) => {
      const source = appData['source'] as SfuSource;
      const about = { transportId: this.send.id, source, rtpParameters: { ...rtpParameters } };
      deps
        .ask('sfu_produce', { ...about, isPaused: false })
        .then(({ producerId }) => done({ id: producerId }), failed);
    });
  }

  /** With a place in it, and what the others send. Rejects as `SfuAsk`. */
  static async enter(
    deps: SfuRoomDeps,
    openDevice = () => Device.factory(),
  ): Promise<{ room: SfuRoom; producerIds: string[] }> {
    const asked = [deps.ask('sfu_join', {}), deps.iceServers()] as const;
    const [offered, iceServers] = await Promise.all(asked);
    const device = await openDevice();
    const routerRtpCapabilities = offered.rtpCapabilities as unknown as types.RtpCapabilities;
    await device.load({ routerRtpCapabilities });
    const room = new SfuRoom(deps, device, offered, iceServers);
    return { room, producerIds: idsOf(offered.producers) };
  }

  /** From now on this is sent; null: nothing. Rejects as `SfuAsk`. */
  async produce(lane: Lane, track: MediaStreamTrack | null): Promise<void> {
    const producer = this.producers.get(lane);
    if (!track) {
      this.producers.delete(lane);
      producer?.close();
      if (producer) await unlessGone(this.deps.ask('sfu_close', { producerId: producer.id }));
    } else if (!producer) this.producers.set(lane, await this.begin(lane, track));
    else if (producer.track !== track) await producer.replaceTrack({ track });
  }

  /** What came and went while nobody could say so. Rejects as `SfuAsk`. */
  async catchUp(): Promise<void> {
    const { producers } = await this.deps.ask('sfu_producers', {});
    const producerIds = idsOf(producers);
    for (const { consumerId, producerId } of [...this.consumers.values()])
      if (!producerIds.includes(producerId)) this.drop(consumerId);
    await this.consume(producerIds);
  }

  /** Those that do not come yet. Rejects as `SfuAsk`. */
  async consume(producerIds: readonly string[]): Promise<void> {
    const known = new Set([...this.consumers.values()].map(({ producerId }) => producerId));
    const news = producerIds.filter((id) => !known.has(id));
    for (let from = 0; from < news.length; from += MOST_AT_ONCE) {
      const { consumers } = await this.deps.ask('sfu_consume', {
        transportId: this.receive.id,
        producerIds: news.slice(from, from + MOST_AT_ONCE),
        rtpCapabilities: { ...this.device.recvRtpCapabilities },
      });
      await this.take(consumers.filter(({ consumerId }) => !this.gone.delete(consumerId)));
      await this.fit();
    }
  }

  /** It has gone on the server; or goes, before it has come here. */
  drop(consumerId: string): void {
    const consumer = this.consumers.get(consumerId);
    if (!consumer) {
      this.gone.add(consumerId);
      return;
    }
    this.consumers.delete(consumerId);
    consumer.end.close();
    this.deps.events.came(consumer.userId, consumer.lane, null);
  }

  /** What is not seen need not come, and what is small need not be large. Rejects as `SfuAsk`. */
  async fit(): Promise<void> {
    const wishes: Wish[] = [];
    for (const consumer of this.consumers.values()) {
      const { consumerId, userId, lane, layer: before } = consumer;
      consumer.layer = this.layerOf(userId, lane);
      if (consumer.layer !== before) wishes.push({ consumerId, spatial: consumer.layer });
    }
    await this.wish(wishes);
  }

  /** A sound or a frame of it has been heard or decoded here just now. */
  arrives(userId: UserId, lane: Lane): boolean {
    const mine = [...this.consumers.values()].filter((one) => one.userId === userId);
    const receiver = mine.find((one) => one.lane === lane)?.receiver;
    return (receiver?.getSynchronizationSources().length ?? 0) > 0;
  }

  /** Rejects as `SfuAsk`. */
  async restartIce(): Promise<void> {
    for (const transport of [this.send, this.receive]) {
      if (transport.connectionState === 'new') continue;
      const [{ iceParameters }, iceServers] = await Promise.all([
        this.deps.ask('sfu_restart_ice', { transportId: transport.id }),
        this.deps.iceServers(),
      ]);
      await transport.updateIceServers({ iceServers });
      await transport.restartIce({ iceParameters });
    }
  }

  async numbers(): Promise<LinkNumbers> {
    return worseOf(await Promise.all(this.figures.map((figures) => figures.read())));
  }

  close(): void {
    this.send.close();
    this.receive.close();
    for (const consumerId of [...this.consumers.keys()]) this.drop(consumerId);
  }

  private async begin(lane: Lane, track: MediaStreamTrack): Promise<types.Producer> {
    const camera = lane === 'video' && (await cameraEncoding(this.device.sendRtpCapabilities));
    return this.send.produce({ ...wishOf(lane, track), ...camera });
  }

  private attend(transport: types.Transport): void {
    const { ask, events } = this.deps;
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      ask('sfu_connect', { transportId: transport.id, dtlsParameters }).then(done, failed);
    });
    transport.on('connectionstatechange', (state) => {
      if (state === 'connected') events.changed('connected');
      if (state === 'disconnected' || state === 'failed') events.changed('interrupted');
    });
  }

  /** No packet comes before there is a way: what comes first is begun while that is made. */
  private async take(offers: readonly SfuConsumer[]): Promise<void> {
    const isFirst = this.receive.connectionState === 'new';
    const wishes = offers.map(({ consumerId, userId, source }) => ({
      consumerId,
      spatial: isFirst ? this.layerOf(userId, laneOf(source)) : null,
    }));
    await Promise.all([
      ...offers.map((offer, at) => this.show(offer, wishes[at]!.spatial)),
      this.wish(wishes.filter(({ spatial }) => spatial !== null)),
    ]);
  }

  private async show(offer: SfuConsumer, layer: number | null): Promise<void> {
    const { consumerId, producerId, userId, kind, source } = offer;
    const rtpParameters = offer.rtpParameters as unknown as types.RtpParameters;
    // Voice and lips of one person belong together; a screen is a thing of its own.
    const streamId = `${userId}-${source.startsWith('screen') ? 'screen' : 'person'}`;
    const options = { id: consumerId, producerId, kind, rtpParameters, streamId };
    const end = await this.receive.consume(options);
    if (this.gone.delete(consumerId)) {
      end.close();
      return;
    }
    const { track, rtpReceiver: receiver } = end;
    const lane = laneOf(source);
    const consumer = { consumerId, producerId, userId, lane, receiver, end, layer };
    this.consumers.set(consumerId, consumer);
    this.deps.events.came(userId, lane, track);
  }

  private layerOf(userId: UserId, lane: Lane): number | null {
    return layerFor(this.deps.heightOf(userId, lane) ?? 1);
  }

  /** All at once: how often a socket may ask is bounded. */
  private async wish(wishes: readonly Wish[]): Promise<void> {
    for (let from = 0; from < wishes.length; from += MOST_AT_ONCE)
      await this.deps.ask('sfu_fit', { consumers: wishes.slice(from, from + MOST_AT_ONCE) });
  }
}

const optionsOf = (offer: SfuPlace['send'], iceServers: RTCIceServer[]) => ({
  ...(offer as unknown as types.TransportOptions),
  iceServers,
});

function wishOf(lane: Lane, track: MediaStreamTrack): types.ProducerOptions {
  return {
    track,
    stopTracks: false,
    // Muted is silence, and not nothing: who speaks then is told so.
    disableTrackOnPause: false,
    appData: { source: sources[lane] },
    codecOptions:
      lane === 'audio'
        ? { opusFec: true, opusDtx: true }
        : { videoGoogleStartBitrate: FIRST_KBIT_PER_S },
  };
}

/** What it is about may go at the same moment: then there is nothing to do. */
async function unlessGone(asked: Promise<unknown>): Promise<void> {
  try {
    await asked;
  } catch (error) {
    // Of a call that is over, the server says so in other words.
    if (!(error instanceof RequestProblem) || error.code !== 'not_found') throw error;
  }
}
