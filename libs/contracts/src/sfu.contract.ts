import * as z from 'zod/mini';
import { byDevice, bySocket, ofOneCall } from './call-device.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { CallId, UserId } from './ids.js';
import { Done } from './paging.js';

/** How deep RTP parameters are: those that browsers make have less than half of it. */
const maxDepth = 8;

/**
 * JSON that only the ends of a transport understand; of bounded length and depth. Its words stand
 * in the SDP of whoever receives the stream, as they are: so none may end a line of it.
 */
const opaque = (maxLength: number) =>
  z.record(z.string(), z.unknown()).check(
    z.refine(
      (value) => isShallow(value, maxDepth) && JSON.stringify(value).length <= maxLength,
      `At most ${maxLength} characters of JSON, ${maxDepth} levels deep`,
    ),
    z.refine((value) => isPlain(value, maxDepth), 'Only printable characters of ASCII'),
  );

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((part) => isShallow(part, levels - 1));
}

function isPlain(value: unknown, levels: number): boolean {
  if (typeof value === 'string') return /^[ -~]*$/.test(value);
  if (typeof value !== 'object' || value === null || levels === 0) return true;
  return Object.entries(value).every(([key, part]) => isPlain(key, 0) && isPlain(part, levels - 1));
}

/** A transport, a producer or a consumer of a room. */
const MediaId = z.string().check(z.regex(/^[0-9A-Za-z_-]{1,64}$/, 'Not an id'));

/** `RtpCapabilities` of mediasoup: what a room passes on, or a device is able to receive. */
export const SfuCapabilities = opaque(40_000);
export type SfuCapabilities = z.output<typeof SfuCapabilities>;

/** `RtpParameters` of mediasoup: what is sent. */
export const SfuParameters = opaque(16_000);
export type SfuParameters = z.output<typeof SfuParameters>;

const shortText = z.string().check(z.maxLength(256));

/** `IceParameters`. */
export const SfuIce = z.strictObject({
  usernameFragment: shortText,
  password: shortText,
  iceLite: z.optional(z.boolean()),
});
export type SfuIce = z.output<typeof SfuIce>;

/** `DtlsParameters`. */
export const SfuDtls = z.strictObject({
  role: z.optional(z.enum(['auto', 'client', 'server'])),
  fingerprints: z
    .array(z.strictObject({ algorithm: shortText, value: shortText }))
    .check(z.minLength(1), z.maxLength(16)),
});
export type SfuDtls = z.output<typeof SfuDtls>;

/** What `createSendTransport` and `createRecvTransport` take. */
export const SfuTransport = z.strictObject({
  id: MediaId,
  iceParameters: SfuIce,
  iceCandidates: z.array(opaque(1000)),
  dtlsParameters: SfuDtls,
});
export type SfuTransport = z.output<typeof SfuTransport>;

export const SfuSource = z.enum(['microphone', 'camera', 'screen', 'screen_audio']);
export type SfuSource = z.output<typeof SfuSource>;

/** What somebody in the call sends. */
export const SfuProducer = z.strictObject({
  userId: UserId,
  producerId: MediaId,
  source: SfuSource,
  isPaused: z.boolean(),
});
export type SfuProducer = z.output<typeof SfuProducer>;

/** A place in the room of a call; `producers`: of the others, to be consumed. */
export const SfuPlace = z.strictObject({
  rtpCapabilities: SfuCapabilities,
  send: SfuTransport,
  receive: SfuTransport,
  producers: z.array(SfuProducer),
});
export type SfuPlace = z.output<typeof SfuPlace>;

/** What `consume` of a receiving transport takes, and what it shows. */
export const SfuConsumer = z.strictObject({
  consumerId: MediaId,
  ...SfuProducer.shape,
  kind: z.enum(['audio', 'video']),
  rtpParameters: SfuParameters,
  /** Whether there are layers to choose from. */
  hasLayers: z.boolean(),
});
export type SfuConsumer = z.output<typeof SfuConsumer>;

const ofTransport = { transportId: MediaId };
const ofProducer = { producerId: MediaId };
const ofConsumer = { consumerId: MediaId };
const layer = z.int().check(z.nonnegative(), z.maximum(7));

/** What each says beside the call and the device. */
const said = {
  join: {},
  producers: {},
  connect: { ...ofTransport, dtlsParameters: SfuDtls },
  restartIce: ofTransport,
  produce: {
    ...ofTransport,
    source: SfuSource,
    rtpParameters: SfuParameters,
    isPaused: z._default(z.boolean(), false),
  },
  pauseProducer: ofProducer,
  resumeProducer: ofProducer,
  closeProducer: ofProducer,
  consume: {
    ...ofTransport,
    producerIds: z.array(MediaId).check(z.minLength(1), z.maxLength(100)),
    rtpCapabilities: SfuCapabilities,
  },
  pauseConsumer: ofConsumer,
  resumeConsumer: ofConsumer,
  closeConsumer: ofConsumer,
  preferLayers: {
    ...ofConsumer,
    spatial: layer,
    temporal: z.optional(layer),
    /** Among mine: the higher ones get bandwidth first. */
    priority: z.optional(z.int().check(z.minimum(1), z.maximum(255))),
  },
  fit: {
    consumers: z
      .array(z.strictObject({ ...ofConsumer, spatial: z.nullable(layer) }))
      .check(z.minLength(1), z.maxLength(100)),
  },
} as const satisfies Record<string, Record<string, z.ZodMiniType>>;

const Producers = z.strictObject({ producers: z.array(SfuProducer) });
const Produced = z.strictObject(ofProducer);
const Consumed = z.strictObject({ consumers: z.array(SfuConsumer) });
const IceRestarted = z.strictObject({ iceParameters: SfuIce });

export const sfuContract = defineApi({
  join: rpc('calls.sfuJoin', byDevice(said.join), SfuPlace, ofOneCall),
  producers: rpc('calls.sfuProducers', byDevice(said.producers), Producers, ofOneCall),
  connect: rpc('calls.sfuConnect', byDevice(said.connect), Done, ofOneCall),
  restartIce: rpc('calls.sfuRestartIce', byDevice(said.restartIce), IceRestarted, ofOneCall),
  produce: rpc('calls.sfuProduce', byDevice(said.produce), Produced, ofOneCall),
  pauseProducer: rpc('calls.sfuPauseProducer', byDevice(said.pauseProducer), Done, ofOneCall),
  resumeProducer: rpc('calls.sfuResumeProducer', byDevice(said.resumeProducer), Done, ofOneCall),
  closeProducer: rpc('calls.sfuCloseProducer', byDevice(said.closeProducer), Done, ofOneCall),
  consume: rpc('calls.sfuConsume', byDevice(said.consume), Consumed, ofOneCall),
  pauseConsumer: rpc('calls.sfuPauseConsumer', byDevice(said.pauseConsumer), Done, ofOneCall),
  resumeConsumer: rpc('calls.sfuResumeConsumer', byDevice(said.resumeConsumer), Done, ofOneCall),
  closeConsumer: rpc('calls.sfuCloseConsumer', byDevice(said.closeConsumer), Done, ofOneCall),
  preferLayers: rpc('calls.sfuPreferLayers', byDevice(said.preferLayers), Done, ofOneCall),
  fit: rpc('calls.sfuFit', byDevice(said.fit), Done, ofOneCall),
});

/**
 * The media of calls that go `via` `room`, for a device that is in one. All throw `not_found` for
 * an unknown call and for what the device does not have in its room, `call_ended`, `forbidden` for
 * every other device and in other calls, `gone` where the device has to `join` (again),
 * `validation_failed` for parameters that are none or too much of something, and
 * `service_unavailable` with `service`: `media` where there is no engine, `media_capacity` where it
 * has enough to do, `calls` while the room moves.
 *
 * - `join`: anew, without what the device had in the room before.
 * - `producers`: what the others send now, for a device that heard nothing for a while.
 * - `consume`: paused, each until `resumeConsumer`. A producer that has gone meanwhile is left out,
 *   and one of which the device has no codec. One for each producer: who asks again is told of the
 *   same one, as it is, and on another transport `conflict {field: 'transportId'}`, until that is
 *   closed.
 * - `fit`: of many at once, `preferLayers` and `resumeConsumer`, or for null `pauseConsumer`. One
 *   that has gone meanwhile is left out.
 * - `restartIce`: for a device whose network is another.
 */
export abstract class SfuApi extends apiClass(sfuContract) {}

/** What the server says of the room of a call, to the devices that have joined it. */
export const sfuServerEvents = {
  /** Somebody else sends this, or has paused or resumed it: replace what you have of it. */
  sfu_producer: z.strictObject({ callId: CallId, ...SfuProducer.shape }),
  sfu_producer_closed: z.strictObject({ callId: CallId, userId: UserId, ...ofProducer }),
  /** One of mine, since its producer or my transport has gone. */
  sfu_consumer_closed: z.strictObject({ callId: CallId, ...ofConsumer }),
  /** Who speaks, as far as it is louder than the others. */
  sfu_speaker: z.strictObject({ callId: CallId, userId: UserId }),
  /** All that was in the room is gone: `sfu_join` again. Also to a device that had not joined. */
  sfu_restarted: z.strictObject({ callId: CallId }),
} as const satisfies Record<string, z.ZodMiniType>;

const ok = z.literal(true);
const Ok = z.strictObject({ ok });

/** What a client says of its media in a room: see `SfuApi`. */
export const sfuClientEvents = {
  sfu_join: { input: bySocket(said.join), ack: z.strictObject({ ok, ...SfuPlace.shape }) },
  sfu_producers: {
    input: bySocket(said.producers),
    ack: z.strictObject({ ok, ...Producers.shape }),
  },
  sfu_connect: { input: bySocket(said.connect), ack: Ok },
  sfu_restart_ice: {
    input: bySocket(said.restartIce),
    ack: z.strictObject({ ok, ...IceRestarted.shape }),
  },
  sfu_produce: { input: bySocket(said.produce), ack: z.strictObject({ ok, ...Produced.shape }) },
  sfu_pause: { input: bySocket(said.pauseProducer), ack: Ok },
  sfu_resume: { input: bySocket(said.resumeProducer), ack: Ok },
  sfu_close: { input: bySocket(said.closeProducer), ack: Ok },
  sfu_consume: { input: bySocket(said.consume), ack: z.strictObject({ ok, ...Consumed.shape }) },
  sfu_pause_consumer: { input: bySocket(said.pauseConsumer), ack: Ok },
  sfu_resume_consumer: { input: bySocket(said.resumeConsumer), ack: Ok },
  sfu_close_consumer: { input: bySocket(said.closeConsumer), ack: Ok },
  sfu_layers: { input: bySocket(said.preferLayers), ack: Ok },
  sfu_fit: { input: bySocket(said.fit), ack: Ok },
} as const satisfies Record<string, { input: z.ZodMiniType; ack: z.ZodMiniType }>;
