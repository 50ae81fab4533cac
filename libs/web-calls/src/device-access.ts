/** Why a microphone, a camera or a screen cannot be had. */
export type DeviceObstacle = 'refused' | 'missing' | 'busy' | 'insecure' | 'unsupported';

export class DeviceProblem extends Error {
  constructor(readonly obstacle: DeviceObstacle) {
    super(`No device: ${obstacle}`);
  }
}

/** As `getUserMedia`. Rejects with `DeviceProblem`. */
export function openDevices(wish: MediaStreamConstraints): Promise<MediaStream> {
  return opened((devices) => devices.getUserMedia(wish));
}

/**
 * A track of the device of this id, or of any where it is not there, or `id` is empty: a wish that
 * is only `ideal` is passed over by browsers that have one in use. Rejects with `DeviceProblem`.
 */
export async function openDevice(
  kind: 'audio' | 'video',
  wish: MediaTrackConstraints,
  id: string,
): Promise<MediaStreamTrack | undefined> {
  const any = { [kind]: wish };
  const stream = id
    ? await openDevices({ [kind]: { ...wish, deviceId: { exact: id } } }).catch(
        (error: unknown) => {
          if (error instanceof DeviceProblem && error.obstacle === 'missing')
            return openDevices(any);
          throw error;
        },
      )
    : await openDevices(any);
  return stream.getTracks()[0];
}

/** What the person picks of what is on the screen. Rejects with `DeviceProblem`. */
export function openScreen(wish: DisplayMediaStreamOptions): Promise<MediaStream> {
  return opened((devices) => {
    // Phones lack it, whatever the types say.
    if (!('getDisplayMedia' in devices)) throw new DeviceProblem('unsupported');
    return devices.getDisplayMedia(wish);
  });
}

export function letGo(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

async function opened(open: (devices: MediaDevices) => Promise<MediaStream>): Promise<MediaStream> {
  if (!isSecureContext) throw new DeviceProblem('insecure');
  // Old browsers lack them, whatever the types say.
  if (!('mediaDevices' in navigator)) throw new DeviceProblem('unsupported');
  try {
    return await open(navigator.mediaDevices);
  } catch (error) {
    if (error instanceof DeviceProblem) throw error;
    // The person, a policy or the device has refused: which, only the name of the error tells.
    throw new DeviceProblem(obstacleOf(error));
  }
}

function obstacleOf(error: unknown): DeviceObstacle {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotSupportedError') return 'unsupported';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'busy';
}
