/** As Chromium sends a microphone. */
export const microphone = (ssrc: number) => ({
  source: 'microphone' as const,
  rtpParameters: {
    mid: '0',
    codecs: [
      {
        ...{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 },
        ...{ parameters: { useinbandfec: 1 }, rtcpFeedback: [{ type: 'transport-cc' }] },
      },
    ],
    headerExtensions: [{ id: 10, uri: 'urn:ietf:params:rtp-hdrext:sdes:mid' }],
    encodings: [{ ssrc }],
    rtcp: { cname: 'sample' },
  },
});
