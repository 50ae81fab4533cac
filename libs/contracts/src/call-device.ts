import * as z from 'zod/mini';
import { CallId, DeviceId } from './ids.js';

/** A device of the actor, in a call or about to be. */
export const CallDevice = z.strictObject({ callId: CallId, deviceId: DeviceId });
export type CallDevice = z.output<typeof CallDevice>;

type Shape = Record<string, z.ZodMiniType>;

/** What a device says beside which one it is. */
export const byDevice = <T extends Shape>(shape: T) =>
  z.strictObject({ ...CallDevice.shape, ...shape });

/** The same from a socket: a device that names none is its socket. */
export const bySocket = <T extends Shape>(shape: T) =>
  z.strictObject({ ...CallDevice.shape, deviceId: z.optional(DeviceId), ...shape });

/** All that happens to one call goes to one process. */
export const ofOneCall = { partitionBy: 'callId' } as const;
