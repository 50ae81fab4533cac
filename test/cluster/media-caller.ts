import {
  DtlsIdentity,
  MediaEnd,
  opus,
  payloadOf,
  RtpStream,
} from '../../libs/calls/src/testing/index.js';
import type { CallId, SfuPlace } from '@app/contracts';
import type { Person } from '../people/person.js';

/** Between two packets of sound, in ms. */
const packetMs = 20;

/**
 * Somebody in a group call who sends sound and gets that of the others, by real media. Which way
 * they talk to the server may change; the device is the same.
 */
export class MediaCaller {
  static readonly identity = new DtlsIdentity();

  /** What the room said of the others when this one joined. */
  others: SfuPlace['producers'] = [];
  producerId = '';
  #place: SfuPlace | undefined;
  #send: MediaEnd | undefined;
  #receive: MediaEnd | undefined;
  #speaking: NodeJS.Timeout | undefined;
  #words: string[] = [];

  constructor(
    public line: Person,
    readonly deviceId: string,
    readonly callId: CallId,
    private readonly ssrc: number,
  ) {}

  /** Of the server, where it sends to. */
  get port(): number {
    const candidates = this.#place!.send.iceCandidates as { protocol: string; port: number }[];
    return candidates.find(({ protocol }) => protocol === 'udp')!.port;
  }

  /** What has come, in order, of all whom this one listens to. */
  get words(): readonly string[] {
    return this.#words;
  }

  /** Of packets, in all that came since the last `enter`. */
  get lost(): number {
    return this.#receive!.lost;
  }

  get #device() {
    return { callId: this.callId, deviceId: this.deviceId };
  }

  /** A place in the room, and one's own sound in it. Throws what the server refuses with. */
  async enter(): Promise<void> {
    this.leave();
    const place = await this.line.tell('sfu_join', this.#device);
    this.#place = place;
    this.others = place.producers;
    [this.#send, this.#receive] = await Promise.all([
      this.#open(place.send),
      this.#open(place.receive),
    ]);
    this.#words = [];
    this.#receive.heard = (packet) => this.#words.push(payloadOf(packet).toString());
    const rtpParameters = opus();
    const encodings = [{ ssrc: this.ssrc }];
    const { producerId } = await this.line.tell('sfu_produce', {
      ...{ ...this.#device, transportId: place.send.id, source: 'microphone' },
      rtpParameters: { ...rtpParameters, encodings },
    });
    this.producerId = producerId;
  }

  /** Hears from now on what this producer sends. */
  async listenTo(producerId: string): Promise<void> {
    const { receive, rtpCapabilities } = this.#place!;
    const { consumers } = await this.line.tell('sfu_consume', {
      ...{ ...this.#device, transportId: receive.id, rtpCapabilities, producerIds: [producerId] },
    });
    const [{ consumerId }] = consumers as [(typeof consumers)[number]];
    await this.line.tell('sfu_resume_consumer', { ...this.#device, consumerId });
  }

  /** Says `word 1`, `word 2`, … until `leave`. */
  speak(word: string): void {
    const stream = new RtpStream({ ssrc: this.ssrc, payloadType: 111, ticks: 960 });
    const send = this.#send!;
    let n = 0;
    this.#speaking = setInterval(
      () => send.send(stream.next(Buffer.from(`${word} ${++n}`))),
      packetMs,
    );
  }

  pause(): Promise<unknown> {
    return this.line.tell('sfu_pause', { ...this.#device, producerId: this.producerId });
  }

  /** The device goes on by another line. */
  async goOn(line: Person): Promise<void> {
    this.line = line;
    await line.tell('call_heartbeat', this.#device);
  }

  /** Without a word to the server. Idempotent. */
  leave(): void {
    clearInterval(this.#speaking);
    for (const end of [this.#send, this.#receive]) end?.close();
    this.#send = this.#receive = undefined;
  }

  #open(offer: SfuPlace['send']): Promise<MediaEnd> {
    return MediaEnd.open(offer, MediaCaller.identity, (dtlsParameters) =>
      this.line.tell('sfu_connect', { ...this.#device, transportId: offer.id, dtlsParameters }),
    );
  }
}
