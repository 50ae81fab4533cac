import type {
  CallId,
  ClientEventAck,
  ClientEventInput,
  ClientEventName,
  DeviceId,
  SfuConsumer,
  SfuPlace,
  SfuSource,
  UserId,
} from '@app/contracts';
import { ConnectionLost, RequestProblem, type ChatConnection, type Told } from '@app/web-realtime';
import { Device, type types } from 'mediasoup-client';
import { lanes, MediaLink, type Lane, type LinkEvents, type LinkNumbers } from './media-link';
import { PeerNumbers, worseOf } from './peer-numbers';

/** Before the room is asked for again, ms; twice as long each time, up to the second. */
const [AGAIN_MS, AGAIN_AT_MOST_MS] = [500, 8000];

const sources: Readonly<Record<Lane, SfuSource>> = {
  audio: 'microphone',
  video: 'camera',
  screen: 'screen',
  sound: 'screen_audio',
};
const laneOf = (source: SfuSource): Lane => lanes.find((lane) => sources[lane] === source)!;

/** Three sizes of my camera: each of the others gets the one that fits. */
const layers: types.RtpEncodingParameters[] = [
  { scaleResolutionDownBy: 4, maxBitrate: 150_000 },
  { scaleResolutionDownBy: 2, maxBitrate: 500_000 },
  { scaleResolutionDownBy: 1, maxBitrate: 1_700_000 },
];

export interface SfuEnd {
  readonly connection: ChatConnection;
  readonly callId: CallId;
  readonly deviceId: DeviceId;
  readonly iceServers: RTCIceServer[];
}

/** What this device has in the room until it has to join anew. */
interface Place {
  readonly device: Device;
  readonly send: types.Transport;
  readonly receive: types.Transport;
  readonly numbers: readonly PeerNumbers[];
  readonly producers: Map<Lane, types.Producer>;
  /** By id. */
  readonly consumers: Map<string, Consumed>;
}

/** `layer`: the one that was asked for; null: none, it is paused. */
interface Consumed {
  readonly consumerId: string;
  readonly producerId: string;
  readonly userId: UserId;
  readonly lane: Lane;
  readonly hasLayers: boolean;
  layer: number | null;
}

/**
 * To all others through the server: what is sent goes once, and what comes are streams of each of
 * them. Where the room is lost, it joins the next one by itself.
 */
export class SfuLink extends MediaLink {
  private readonly own = new Map<Lane, MediaStreamTrack | null>();
  /** `Map<whose and which, height in px>`. */
  private readonly heights = new Map<string, number>();
  private place: Place | null = null;
  /** One thing after the other: what is asked of a room depends on what was asked before. */
  private turns: Promise<unknown> = Promise.resolve();
  private isClosed = false;
  private again: ReturnType<typeof setTimeout> | undefined;
  private againMs = AGAIN_MS;

  constructor(
    private readonly end: SfuEnd,
    private readonly events: LinkEvents,
  ) {
    super();
    void this.turn(() => this.join());
  }

  send(lane: Lane, track: MediaStreamTrack | null): Promise<void> {
    this.own.set(lane, track);
    return this.turn(() => this.produce(lane));
  }

  hear(news: Told): void {
    switch (news.name) {
      case 'sfu_producer': {
        const { producerId } = news.event;
        return void this.turn(() => this.consume([producerId]));
      }
      case 'sfu_consumer_closed':
        return this.drop(news.event.consumerId);
      case 'sfu_restarted':
        return void this.turn(() => this.join());
      default:
    }
  }

  fit(userId: UserId, lane: Lane, height: number): void {
    const name = nameOf({ userId, lane });
    if (this.heights.get(name) === height) return;
    this.heights.set(name, height);
    const { place } = this;
    const consumer = [...(place?.consumers.values() ?? [])].find((one) => nameOf(one) === name);
    if (consumer) void this.turn(() => this.adapt(consumer));
  }

  restart(): void {
    void this.turn(async () => {
      for (const transport of [this.place?.send, this.place?.receive]) {
        if (!transport || transport.connectionState === 'new') continue;
        const { iceParameters } = await this.ask('sfu_restart_ice', { transportId: transport.id });
        await transport.restartIce({ iceParameters });
      }
    });
  }

  async numbers(): Promise<LinkNumbers> {
    const read = await Promise.all((this.place?.numbers ?? []).map((one) => one.read()));
    return worseOf(read);
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.again);
    this.leave();
  }

  private leave(): void {
    const { place } = this;
    this.place = null;
    place?.send.close();
    place?.receive.close();
    for (const { userId, lane } of place?.consumers.values() ?? [])
      this.events.came(userId, lane, null);
  }

  /** Anew; what I send is sent again, and what the others send comes again. */
  private async join(): Promise<void> {
    this.leave();
    const offered = await this.ask('sfu_join', {});
    const device = await Device.factory();
    await device.load({
      routerRtpCapabilities: offered.rtpCapabilities,
    });
    this.place = this.placeOf(device, offered);
    this.againMs = AGAIN_MS;
    this.events.changed('connected');
    for (const lane of lanes) await this.produce(lane);
    await this.consume(offered.producers.map(({ producerId }) => producerId));
  }

  private placeOf(device: Device, offered: SfuPlace): Place {
    const send = device.createSendTransport(this.transportOf(offered.send));
    const receive = device.createRecvTransport(this.transportOf(offered.receive));
    for (const transport of [send, receive]) this.attend(transport);
    send.on('produce', ({ rtpParameters, appData }, done, failed) => {
      const source = appData['source'] as SfuSource;
      const about = { transportId: send.id, source, rtpParameters: { ...rtpParameters } };
      this.ask('sfu_produce', { ...about, isPaused: false }).then(
        ({ producerId }) => done({ id: producerId }),
        failed,
      );
    });
    return {
      device,
      send,
      receive,
      numbers: [send, receive].map((transport) => new PeerNumbers(transport)),
      producers: new Map(),
      consumers: new Map(),
    };
  }

  private transportOf(offer: SfuPlace['send']): types.TransportOptions {
    const { iceServers } = this.end;
    return { ...(offer as unknown as types.TransportOptions), iceServers };
  }

  private attend(transport: types.Transport): void {
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      this.ask('sfu_connect', { transportId: transport.id, dtlsParameters }).then(done, failed);
    });
    transport.on('connectionstatechange', (state) => {
      if (state === 'connected') this.events.changed('connected');
      if (state !== 'disconnected' && state !== 'failed') return;
      this.events.changed('interrupted');
      this.restart();
    });
  }

  private async produce(lane: Lane): Promise<void> {
    const { place } = this;
    if (!place) return;
    const track = this.own.get(lane) ?? null;
    const producer = place.producers.get(lane);
    if (!track) {
      place.producers.delete(lane);
      producer?.close();
      if (producer) await unlessGone(this.ask('sfu_close', { producerId: producer.id }));
    } else if (!producer) place.producers.set(lane, await place.send.produce(wishOf(lane, track)));
    else if (producer.track !== track) await producer.replaceTrack({ track });
  }

  private async consume(producerIds: string[]): Promise<void> {
    const { place } = this;
    const known = new Set([...(place?.consumers.values() ?? [])].map((one) => one.producerId));
    const news = producerIds.filter((id) => !known.has(id));
    if (!place || news.length === 0) return;
    const { consumers } = await this.ask('sfu_consume', {
      transportId: place.receive.id,
      producerIds: news,
      rtpCapabilities: { ...place.device.recvRtpCapabilities },
    });
    for (const consumer of consumers) await this.receive(place, consumer);
  }

  private async receive(place: Place, consumer: SfuConsumer): Promise<void> {
    const { consumerId, producerId, userId, kind, source } = consumer;
    const rtpParameters = consumer.rtpParameters as unknown as types.RtpParameters;
    // Voice and lips of one person belong together; a screen is a thing of its own.
    const streamId = `${userId}-${source.startsWith('screen') ? 'screen' : 'person'}`;
    const options = { id: consumerId, producerId, kind, rtpParameters, streamId };
    const { track } = await place.receive.consume(options);
    const lane = laneOf(source);
    const { hasLayers } = consumer;
    const consumed = { consumerId, producerId, userId, lane, hasLayers, layer: null };
    place.consumers.set(consumerId, consumed);
    this.events.came(userId, lane, track);
    await this.adapt(consumed);
  }

  /** What is not seen need not come, and what is small need not be large. It begins paused. */
  private async adapt(consumer: Consumed): Promise<void> {
    const { consumerId, layer: before } = consumer;
    if (!this.place?.consumers.has(consumerId)) return;
    const layer = layerFor(this.heights.get(nameOf(consumer)) ?? 1);
    if (layer === before) return;
    consumer.layer = layer;
    await unlessGone(this.take(consumer, before));
  }

  private async take({ consumerId, hasLayers, layer }: Consumed, before: number | null) {
    if (layer === null) {
      await this.ask('sfu_pause_consumer', { consumerId });
      return;
    }
    if (hasLayers) await this.ask('sfu_layers', { consumerId, spatial: layer });
    if (before === null) await this.ask('sfu_resume_consumer', { consumerId });
  }

  private drop(consumerId: string): void {
    const known = this.place?.consumers.get(consumerId);
    this.place?.consumers.delete(consumerId);
    if (known) this.events.came(known.userId, known.lane, null);
  }

  /** Rejects as the line does. */
  private ask<N extends Extract<ClientEventName, `sfu_${string}`>>(
    name: N,
    input: Omit<ClientEventInput<N>, 'callId' | 'deviceId'>,
  ): Promise<ClientEventAck<N>> {
    const { connection, callId, deviceId } = this.end;
    return connection.ask(name, { ...input, callId, deviceId } as ClientEventInput<N>);
  }

  private turn(run: () => Promise<void>): Promise<void> {
    const done = this.turns.then(async () => {
      if (!this.isClosed) await run();
    });
    const mended = done.catch((error: unknown) => this.mend(error));
    this.turns = mended;
    return mended;
  }

  /** The room has moved, or the line was lost in the middle: begins anew after a while. */
  private mend(error: unknown): void {
    if (this.isClosed) return;
    const isOfTheLine = error instanceof ConnectionLost || error instanceof RequestProblem;
    if (!isOfTheLine) console.error(error);
    if (error instanceof RequestProblem && isOver(error)) return this.events.changed('failed');
    this.events.changed('interrupted');
    clearTimeout(this.again);
    this.again = setTimeout(() => void this.turn(() => this.join()), this.againMs);
    this.againMs = Math.min(AGAIN_AT_MOST_MS, this.againMs * 2);
  }
}

const nameOf = ({ userId, lane }: Pick<Consumed, 'userId' | 'lane'>) => `${userId} ${lane}`;

/** Of the three sizes of a camera of 720 lines the one that fills so many px; null: none. */
function layerFor(height: number): number | null {
  if (height === 0) return null;
  if (height <= 180) return 0;
  return height <= 400 ? 1 : 2;
}

/** There is no room for this device, now or later. */
const isOver = ({ code }: RequestProblem): boolean =>
  code === 'call_ended' || code === 'forbidden' || code === 'not_found';

/** What it is about may go at the same moment: then there is nothing to do. */
async function unlessGone(asked: Promise<unknown>): Promise<void> {
  try {
    await asked;
  } catch (error) {
    // Of a call that is over, the server says so in other words.
    if (!(error instanceof RequestProblem) || error.code !== 'not_found') throw error;
  }
}

function wishOf(lane: Lane, track: MediaStreamTrack): types.ProducerOptions {
  return {
    track,
    stopTracks: false,
    // Muted is silence, and not nothing: who speaks then is told so.
    disableTrackOnPause: false,
    appData: { source: sources[lane] },
    ...(lane === 'video' && { encodings: layers }),
    ...(lane === 'audio' && { codecOptions: { opusFec: true, opusDtx: true } }),
  };
}
