/**
 * What ends of WebRTC say about their media, as browsers and mediasoup write it. The engine checks
 * it; to everybody else it is something to hand on.
 */
export type MediaKind = 'audio' | 'video';

export interface RtcpFeedback {
  readonly type: string;
  readonly parameter?: string | undefined;
}

interface RtpCodec {
  /** `audio/opus`, `video/VP8`; in any case. */
  readonly mimeType: string;
  readonly clockRate: number;
  readonly channels?: number | undefined;
  readonly parameters?: Readonly<Record<string, unknown>> | undefined;
  readonly rtcpFeedback?: readonly RtcpFeedback[] | undefined;
}

export interface RtpCodecCapability extends RtpCodec {
  readonly kind: MediaKind;
  readonly preferredPayloadType?: number | undefined;
}

/** What somebody is able to receive, or a room to pass on. */
export interface RtpCapabilities {
  readonly codecs?: readonly RtpCodecCapability[] | undefined;
  readonly headerExtensions?:
    | readonly {
        readonly kind: MediaKind;
        readonly uri: string;
        readonly preferredId: number;
        readonly preferredEncrypt?: boolean | undefined;
        readonly direction?: string | undefined;
      }[]
    | undefined;
}

/** One stream of a simulcast, or the only one. */
export interface RtpEncoding {
  readonly ssrc?: number | undefined;
  readonly rid?: string | undefined;
  /** `L3T3_KEY`: three layers of size, three of time. */
  readonly scalabilityMode?: string | undefined;
  readonly maxBitrate?: number | undefined;
  readonly dtx?: boolean | undefined;
  readonly codecPayloadType?: number | undefined;
  readonly rtx?: { readonly ssrc: number } | undefined;
}

/** What is sent, or is going to be. */
export interface RtpParameters {
  readonly mid?: string | undefined;
  readonly codecs: readonly (RtpCodec & { readonly payloadType: number })[];
  readonly headerExtensions?:
    | readonly {
        readonly uri: string;
        readonly id: number;
        readonly encrypt?: boolean | undefined;
        readonly parameters?: Readonly<Record<string, unknown>> | undefined;
      }[]
    | undefined;
  readonly encodings?: readonly RtpEncoding[] | undefined;
  readonly rtcp?:
    { readonly cname?: string | undefined; readonly reducedSize?: boolean | undefined } | undefined;
}

export interface IceParameters {
  readonly usernameFragment: string;
  readonly password: string;
  readonly iceLite?: boolean | undefined;
}

/** Complete with the transport: nothing follows. */
export interface IceCandidate {
  readonly foundation: string;
  readonly priority: number;
  readonly address: string;
  readonly protocol: 'udp' | 'tcp';
  readonly port: number;
  readonly type: string;
  readonly tcpType?: string | undefined;
}

export interface DtlsParameters {
  readonly role?: 'auto' | 'client' | 'server' | undefined;
  readonly fingerprints: readonly { readonly algorithm: string; readonly value: string }[];
}
