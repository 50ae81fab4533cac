import { eventually } from '@app/platform/testing';
import type { PeerId, ProducerId, TransportId } from '../media-ids.js';
import { DtlsIdentity } from '../testing/ends/dtls-end.js';
import { MediaEnd } from '../testing/ends/media-end.js';
import { RtpStream, vp8Picture } from '../testing/ends/rtp-stream.js';
import { MediaScene } from '../testing/media-scene.js';
import { opus, vp8 } from '../testing/rtp-samples.js';
import { MediasoupStage } from './testing/mediasoup-stage.js';

/** As many as a call takes in. */
const people = 50;

/** Pictures that come to a client at once: it shows no more of them. */
const seen = 12;

/** Handshakes at once. */
const atOnce = 6;

interface Somebody {
  readonly at: number;
  readonly id: PeerId;
  readonly transportId: TransportId;
  readonly end: MediaEnd;
  readonly voice: ProducerId;
  readonly camera: ProducerId;
  /** `Map<SSRC of what comes, who sends it>`. */
  readonly voices: Map<number, number>;
  readonly cameras: Map<number, number>;
  /** Of whom something has come. */
  readonly heard: Set<number>;
  readonly watched: Set<number>;
}

const streamOf = (sample: typeof opus, payloadType: number) => {
  const [{ ssrc }] = sample().encodings as [{ ssrc: number }];
  return new RtpStream({ ssrc, payloadType, ticks: 960 });
};

/** Ends of WebRTC as browsers have them, on real workers. */
describe('A room of fifty', () => {
  const identity = new DtlsIdentity();
  let stage: MediasoupStage;
  let scene: MediaScene;
  let crowd: Somebody[];

  beforeAll(async () => {
    stage = new MediasoupStage({ workers: 2 });
    scene = await MediaScene.open(stage);
    crowd = [];
    let next = 0;
    const joining = async () => {
      for (let at = next++; at < people; at = next++) await meet(await join(at));
    };
    await Promise.all(Array.from({ length: atOnce }, joining));
    crowd.sort((a, b) => a.at - b.at);
  }, 240_000);

  afterAll(async () => {
    for (const { end } of crowd) end.close();
    await stage.engine.close();
    stage.watch.close();
    identity.close();
  });

  async function join(at: number): Promise<Somebody> {
    const id = `person-${at}` as PeerId;
    const offer = await scene.room.openTransport(id);
    const end = await MediaEnd.open(offer, identity, (dtls) =>
      scene.room.connectTransport(id, offer.id, dtls),
    );
    const voice = await scene.speak(id, offer.id);
    const camera = await scene.produce(id, offer.id, vp8());
    const [voices, cameras] = [new Map<number, number>(), new Map<number, number>()];
    const [heard, watched] = [new Set<number>(), new Set<number>()];
    end.heard = (packet) => {
      const ssrc = packet.readUInt32BE(8);
      if (voices.has(ssrc)) heard.add(voices.get(ssrc)!);
      else watched.add(cameras.get(ssrc)!);
    };
    const transportId = offer.id;
    return { at, id, transportId, end, voice, camera, voices, cameras, heard, watched };
  }

  /** Those who come after somebody are shown to them, and of the others only voices come. */
  const isShown = (one: Somebody, other: Somebody) => (other.at - one.at + people) % people <= seen;

  /** Whoever comes gets what all send who are there, and they get theirs. */
  async function meet(comer: Somebody): Promise<void> {
    const there = [...crowd];
    crowd.push(comer);
    for (const other of there) await Promise.all([consume(comer, other), consume(other, comer)]);
  }

  async function consume(one: Somebody, other: Somebody): Promise<void> {
    for (const [producerId, ssrcs] of [
      [other.voice, one.voices],
      [other.camera, one.cameras],
    ] as const) {
      const { id, rtpParameters } = await scene.consume(one.id, one.transportId, producerId);
      ssrcs.set(rtpParameters.encodings![0]!.ssrc!, other.at);
      const isVoice = producerId === other.voice;
      if (isVoice || isShown(one, other)) await scene.room.resumeConsumer(one.id, id);
    }
  }

  const others = (one: Somebody, is: (other: Somebody) => boolean = () => true) =>
    crowd.filter((other) => other !== one && is(other)).map(({ at }) => at);

  it('takes in all of them, on as many workers as they need', async () => {
    const each = people - 1;
    const consumers = 2 * people * each;
    expect(scene.room.size).toEqual({ peers: people, producers: 2 * people, consumers });
    expect(await stage.content()).toEqual({
      transports: people,
      producers: 2 * people,
      consumers,
    });
    expect(stage.watch.openRouters).toHaveLength(2);
    // From one worker to the other each of them goes once, whoever gets it there.
    expect([...stage.watch.pipes.values()]).toEqual(Array(2 * people).fill(1));
  });

  it('brings to each the voice of whoever speaks, and nothing of who is silent', async () => {
    const speakers = [0, 17, 42].map((at) => crowd[at]!);
    const streams = speakers.map(() => streamOf(opus, 111));
    await eventually(() => {
      for (const [n, { end }] of speakers.entries()) end.send(streams[n]!.next(Buffer.from('Ah')));
      for (const one of crowd)
        expect([...one.heard].toSorted((a, b) => a - b)).toEqual(
          others(one, (other) => speakers.includes(other)),
        );
    });
  });

  it('brings to each the twelve pictures that they look at, although all have one', async () => {
    const streams = crowd.map(() => streamOf(vp8, 112));
    const picture = vp8Picture(200);
    await eventually(() => {
      for (const { at, end } of crowd) end.send(streams[at]!.next(picture));
      for (const one of crowd) {
        const watched = [...one.watched].toSorted((a, b) => a - b);
        expect(watched).toEqual(others(one, (other) => isShown(one, other)));
        expect(watched).toHaveLength(seen);
      }
    });
  });
});
