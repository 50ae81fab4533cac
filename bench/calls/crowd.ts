import { setTimeout as sleep } from 'node:timers/promises';
import { configFrom, readEnvironment } from '../../libs/platform/src/index.js';
import { findWorker } from '../../libs/calls/src/media/find-worker.js';
import type { MediaRoom } from '../../libs/calls/src/media/media-engine.js';
import type { PeerId, ProducerId } from '../../libs/calls/src/media/media-ids.js';
import type { RtpParameters } from '../../libs/calls/src/media/rtp.js';
import { MediasoupEngine } from '../../libs/calls/src/media/mediasoup/mediasoup-engine.js';
import { DtlsIdentity } from '../../libs/calls/src/media/testing/ends/dtls-end.js';
import { MediaEnd } from '../../libs/calls/src/media/testing/ends/media-end.js';
import { RtpStream, vp8Picture } from '../../libs/calls/src/media/testing/ends/rtp-stream.js';
import { vp8 } from '../../libs/calls/src/media/testing/rtp-samples.js';
import { cpuMs, residentKb } from '../load/cpu.js';
import { EndsProcess } from './ends-process.js';

/** 1 Mbit/s, as a camera sends it. */
const [packetBytes, packetMs] = [1200, 9.6];

/** Ends of one process. */
const perProcess = 100;

/** Handshakes at once. */
const atOnce = 8;

const speaker = 'speaker' as PeerId;

const transportCc = 'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01';

/** One picture as it is, or in sizes to choose from, of which the smallest one is sent. */
export type Kind = 'one size' | 'sizes';

/** Of the stream that is sent. */
const ssrc = 22_224;

const parametersOf = (kind: Kind): RtpParameters => ({
  ...vp8(),
  encodings: kind === 'sizes' ? [{ ssrc }, { ssrc: ssrc + 1 }] : [{ ssrc }],
});

export interface Window {
  readonly packetsPerCpuSecond: number;
  /** Of a core. */
  readonly share: number;
  readonly got: number;
  readonly lost: number;
}

/** One worker, one picture, and a crowd that gets it. */
export class Crowd {
  readonly #identity = new DtlsIdentity();
  readonly #processes: EndsProcess[] = [];
  #sending: NodeJS.Timeout | undefined;
  #source: MediaEnd | undefined;
  #size = 0;

  private constructor(
    private readonly engine: MediasoupEngine,
    private readonly room: MediaRoom,
    private readonly producerId: ProducerId,
  ) {}

  static async gather(kind: Kind): Promise<Crowd> {
    const engine = engineOfOneWorker();
    const room = await engine.openRoom(() => undefined);
    const offer = await room.openTransport(speaker);
    const producerId = await room.produce(speaker, {
      ...{
        transportId: offer.id,
        source: 'camera',
        rtpParameters: parametersOf(kind),
        isPaused: false,
      },
    });
    const crowd = new Crowd(engine, room, producerId);
    crowd.#source = await MediaEnd.open(offer, crowd.#identity, (dtls) =>
      room.connectTransport(speaker, offer.id, dtls),
    );
    crowd.#send();
    return crowd;
  }

  get size(): number {
    return this.#size;
  }

  get residentKb(): number {
    return residentKb(this.#pid);
  }

  /** Resolves once so many get the picture. */
  async growTo(size: number): Promise<void> {
    const joining = async () => {
      while (this.#size < size) await this.#join(this.#size++);
    };
    await Promise.all(Array.from({ length: atOnce }, joining));
  }

  async measure(ms: number): Promise<Window> {
    const [counted, cpu, since] = [await this.#count(), cpuMs([this.#pid]), performance.now()];
    await sleep(ms);
    const [after, used] = [await this.#count(), cpuMs([this.#pid]) - cpu];
    const [got, lost] = [after.got - counted.got, after.lost - counted.lost];
    const share = used / (performance.now() - since);
    return { packetsPerCpuSecond: (got / used) * 1000, share, got, lost };
  }

  async close(): Promise<void> {
    clearInterval(this.#sending);
    this.#source?.close();
    await Promise.all(this.#processes.map((process) => process.close()));
    await this.engine.close();
    this.#identity.close();
  }

  get #pid(): number {
    return this.engine.loads()[0]!.pid!;
  }

  async #join(n: number): Promise<void> {
    const peer = `peer-${n}` as PeerId;
    const { room, producerId } = this;
    const offer = await room.openTransport(peer);
    const at = Math.floor(n / perProcess);
    const ends = (this.#processes[at] ??= new EndsProcess());
    const end = await ends.open(offer, (dtls) => room.connectTransport(peer, offer.id, dtls));
    const { rtpCapabilities } = room;
    const wish = { transportId: offer.id, producerId, rtpCapabilities };
    const { id, rtpParameters } = await room.consume(peer, wish);
    const extension = rtpParameters.headerExtensions?.find(({ uri }) => uri === transportCc);
    if (extension) ends.report(end, extension.id);
    await room.resumeConsumer(peer, id);
  }

  async #count(): Promise<{ got: number; lost: number }> {
    const counts = await Promise.all(this.#processes.map((process) => process.count()));
    const sum = (of: (count: { got: number; lost: number }) => number) =>
      counts.reduce((all, count) => all + of(count), 0);
    return { got: sum(({ got }) => got), lost: sum(({ lost }) => lost) };
  }

  /** Evenly, whatever the timer does. */
  #send(): void {
    const stream = new RtpStream({ ssrc, payloadType: 112, ticks: 90 * packetMs });
    const picture = vp8Picture(packetBytes);
    const since = performance.now();
    let sent = 0;
    this.#sending = setInterval(() => {
      const due = (performance.now() - since) / packetMs;
      for (; sent < due; sent++) this.#source!.send(stream.next(picture));
    }, 5);
  }
}

/** That takes in everybody. */
function engineOfOneWorker(): MediasoupEngine {
  const file = findWorker(configFrom(readEnvironment()));
  if (file === undefined) throw new Error('There is no media worker: `npm test` makes one');
  const everybody = { transports: 2, producers: 1, consumers: 1 };
  const options = {
    ...{ file, workers: 1, busyShare: Infinity, spreadAt: Infinity, bounds: everybody },
    listen: { address: '127.0.0.1', announced: undefined, port: 0 },
  };
  const never = { every: () => () => undefined };
  return new MediasoupEngine(options, { now: () => new Date() }, never);
}
