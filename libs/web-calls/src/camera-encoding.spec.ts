import type { types } from 'mediasoup-client';
import { cameraEncoding } from './camera-encoding';

const codec = (mimeType: string): types.RtpCodecCapability => ({
  kind: 'video',
  mimeType,
  clockRate: 90_000,
  preferredPayloadType: 100,
});
const offered: types.RtpCapabilities = { codecs: [codec('video/VP8'), codec('video/vp9')] };
const well = { supported: true, smooth: true, powerEfficient: true };

function answers(info: () => Promise<object>): void {
  Object.assign(navigator, { mediaCapabilities: { encodingInfo: info } });
}

describe('cameraEncoding', () => {
  afterEach(() => Reflect.deleteProperty(navigator, 'mediaCapabilities'));

  it('is one stream of layers where this machine makes them in hardware', async () => {
    answers(() => Promise.resolve(well));
    expect(await cameraEncoding(offered)).toMatchObject({
      codec: { mimeType: 'video/vp9' },
      encodings: [{ scalabilityMode: 'L3T3_KEY' }],
    });
  });

  it.each([
    ['does not at all', () => Promise.resolve({ ...well, supported: false })],
    ['does so too slowly', () => Promise.resolve({ ...well, smooth: false })],
    ['does so in software', () => Promise.resolve({ ...well, powerEfficient: false })],
    ['does not know', () => Promise.reject(new TypeError('webrtc'))],
  ])('is three streams where it %s', async (_, info) => {
    answers(info);
    const { codec: chosen, encodings } = await cameraEncoding(offered);
    expect([chosen, encodings?.length]).toEqual([undefined, 3]);
  });

  it('is three streams where the room has no such codec, or nobody can be asked', async () => {
    expect((await cameraEncoding(offered)).encodings).toHaveLength(3);
    answers(() => Promise.resolve(well));
    expect((await cameraEncoding({ codecs: [codec('video/VP8')] })).encodings).toHaveLength(3);
  });
});
