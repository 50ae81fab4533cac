import type { types } from 'mediasoup-client';

/** Three sizes of a camera: each of the others gets the one that fits. */
const simulcast: types.RtpEncodingParameters[] = [
  { scaleResolutionDownBy: 4, maxBitrate: 150_000 },
  { scaleResolutionDownBy: 2, maxBitrate: 500_000 },
  { scaleResolutionDownBy: 1, maxBitrate: 1_700_000 },
];

/** The same sizes as layers of one stream, which a receiver needs only as far as it shows. */
const layered: types.RtpEncodingParameters[] = [
  { scalabilityMode: 'L3T3_KEY', maxBitrate: 1_700_000 },
];

/** Every browser that can call decodes it. Of AV1 that does not hold, and of its layers less. */
const layeredType = 'video/VP9';

/**
 * How a camera is sent: in layers where both ends offer them and this machine makes them in
 * hardware, which takes a third less of the way out; else as VP8 of several sizes.
 */
export async function cameraEncoding({
  codecs = [],
}: types.RtpCapabilities): Promise<Pick<types.ProducerOptions, 'codec' | 'encodings'>> {
  const codec = codecs.find(({ mimeType }) => mimeType.toLowerCase() === layeredType.toLowerCase());
  return codec && (await makesLayers()) ? { codec, encodings: layered } : { encodings: simulcast };
}

/** Of the three sizes of a camera of 720 lines the one that fills so many px; null: none. */
export function layerFor(height: number): number | null {
  if (height === 0) return null;
  if (height <= 180) return 0;
  return height <= 400 ? 1 : 2;
}

async function makesLayers(): Promise<boolean> {
  // Some browsers lack it, whatever the types say.
  if (!('mediaCapabilities' in navigator)) return false;
  const size = { width: 1280, height: 720, framerate: 30, bitrate: 1_700_000 };
  const video = { contentType: layeredType, scalabilityMode: 'L3T3_KEY', ...size };
  try {
    const { supported, smooth, powerEfficient } = await navigator.mediaCapabilities.encodingInfo({
      type: 'webrtc',
      video,
    });
    return supported && smooth && powerEfficient;
  } catch (error) {
    // A browser that does not know this kind of question.
    if (error instanceof TypeError) return false;
    throw error;
  }
}
