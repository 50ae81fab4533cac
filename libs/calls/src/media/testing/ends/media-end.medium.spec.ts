import { eventually } from '@app/platform/testing';
import { MediasoupStage } from '../../mediasoup/testing/mediasoup-stage.js';
import { ada, ben, MediaScene } from '../media-scene.js';
import { opus } from '../rtp-samples.js';
import { DtlsIdentity } from './dtls-end.js';
import { MediaEnd } from './media-end.js';
import { payloadOf, RtpStream } from './rtp-stream.js';

describe('MediaEnd', () => {
  const identity = new DtlsIdentity();
  let stage: MediasoupStage;

  beforeEach(() => (stage = new MediasoupStage()));
  afterEach(async () => {
    stage.watch.close();
    await stage.engine.close();
  });
  afterAll(() => identity.close());

  it('sends what another one gets through a worker, word for word', async () => {
    const scene = await MediaScene.open(stage);
    const { room } = scene;
    const [mine, theirs] = [await room.openTransport(ada), await room.openTransport(ben)];
    const open = (peer: typeof ada, offer: typeof mine) =>
      MediaEnd.open(offer, identity, (dtls) => room.connectTransport(peer, offer.id, dtls));
    const [from, to] = await Promise.all([open(ada, mine), open(ben, theirs)]);
    const producerId = await scene.speak(ada, mine.id);
    const { id } = await scene.consume(ben, theirs.id, producerId);
    await room.resumeConsumer(ben, id);
    const words: string[] = [];
    to.heard = (packet) => words.push(payloadOf(packet).toString());
    const [{ ssrc }] = opus().encodings as [{ ssrc: number }];
    const stream = new RtpStream({ ssrc, payloadType: 111, ticks: 960 });
    for (const word of ['one', 'two', 'three']) from.send(stream.next(Buffer.from(word)));
    await eventually(() => expect(words).toEqual(['one', 'two', 'three']));
    expect([to.got, to.lost]).toEqual([3, 0]);
    for (const end of [from, to]) end.close();
  });
});
