import type { RtpCapabilities } from './rtp.js';

/** What is told of each packet, and how much goes through. */
const feedback = ['transport-cc', 'goog-remb'];

const extensions = [
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
];

/**
 * What a device is able to receive, without what tells how much goes through to it. That is there
 * to choose a layer, and costs up to half of the CPU of a packet. A stream without layers does
 * without; and it must, since the first picture on a transport decides by which of the two ways all
 * that follow are judged: a screen would leave the cameras after it with the one that browsers do
 * not use for them.
 */
export function withoutEstimation(capabilities: RtpCapabilities): RtpCapabilities {
  return {
    ...capabilities,
    codecs: capabilities.codecs?.map((codec) => ({
      ...codec,
      rtcpFeedback: codec.rtcpFeedback?.filter(({ type }) => !feedback.includes(type)),
    })),
    headerExtensions: capabilities.headerExtensions?.filter(({ uri }) => !extensions.includes(uri)),
  };
}
