import type { Actor, CallDevice } from '@app/contracts';

/** Who acts, and where. */
export const by = ({ userId, sessionId }: Actor, { deviceId }: Pick<CallDevice, 'deviceId'>) => ({
  userId,
  device: { sessionId, deviceId },
});
