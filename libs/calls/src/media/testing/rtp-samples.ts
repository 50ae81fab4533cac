import type { DtlsParameters, RtpEncoding, RtpParameters } from '../rtp.js';

const extension = (id: number, uri: string) => ({ id, uri: `urn:ietf:params:rtp-hdrext:${uri}` });

/** As Chromium sends a microphone. */
export const opus = (mid = '0'): RtpParameters => ({
  mid,
  codecs: [
    {
      ...{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 },
      parameters: { useinbandfec: 1 },
      rtcpFeedback: [{ type: 'transport-cc' }],
    },
  ],
  headerExtensions: [extension(10, 'sdes:mid'), extension(12, 'ssrc-audio-level')],
  encodings: [{ ssrc: 11_111 + Number(mid) }],
  rtcp: { cname: 'sample' },
});

/** As it sends a camera: three sizes, each in three frame rates. */
export const vp8Simulcast = (mid = '1'): RtpParameters =>
  video(
    mid,
    ['r0', 'r1', 'r2'].map((rid) => ({ rid, scalabilityMode: 'L1T3' })),
  );

/** As it sends a screen. */
export const vp8 = (mid = '2'): RtpParameters =>
  video(mid, [{ ssrc: 22_222 + Number(mid), rtx: { ssrc: 33_333 + Number(mid) } }]);

function video(mid: string, encodings: readonly RtpEncoding[]): RtpParameters {
  return {
    mid,
    codecs: [
      {
        ...{ mimeType: 'video/VP8', payloadType: 112, clockRate: 90_000, parameters: {} },
        rtcpFeedback: [
          { type: 'nack' },
          { type: 'nack', parameter: 'pli' },
          { type: 'goog-remb' },
          { type: 'transport-cc' },
        ],
      },
      {
        ...{ mimeType: 'video/rtx', payloadType: 113, clockRate: 90_000 },
        parameters: { apt: 112 },
      },
    ],
    headerExtensions: [
      extension(10, 'sdes:mid'),
      extension(13, 'sdes:rtp-stream-id'),
      extension(14, 'sdes:repaired-rtp-stream-id'),
    ],
    encodings,
    rtcp: { cname: 'sample' },
  };
}

export const dtls: DtlsParameters = {
  role: 'client',
  fingerprints: [{ algorithm: 'sha-256', value: Array.from({ length: 32 }, () => '5A').join(':') }],
};
