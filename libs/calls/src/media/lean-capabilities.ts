import type { RtpCapabilities } from './rtp.js';

const transportCc = 'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01';

/**
 * What a device is able to receive, without the feedback about every packet (transport-cc). It is
 * there to find out which layer goes through, and costs a third of the CPU of a packet: a stream
 * without layers does without.
 */
export function withoutTransportCc(capabilities: RtpCapabilities): RtpCapabilities {
  return {
    ...capabilities,
    codecs: capabilities.codecs?.map((codec) => ({
      ...codec,
      rtcpFeedback: codec.rtcpFeedback?.filter(({ type }) => type !== 'transport-cc'),
    })),
    headerExtensions: capabilities.headerExtensions?.filter(({ uri }) => uri !== transportCc),
  };
}
