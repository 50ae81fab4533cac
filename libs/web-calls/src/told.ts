import type {
  CallId,
  ClientEventAck,
  ClientEventInput,
  ClientEventName,
  DeviceId,
} from '@app/contracts';
import { ConnectionLost, RequestProblem, untilHeard, type ChatConnection } from '@app/web-realtime';

/** What is said of a call beside the call and the device. */
export type About<N extends ClientEventName> = Omit<ClientEventInput<N>, 'callId' | 'deviceId'>;

/** Says something of this call by this device. Rejects as the line does. */
export const askBy =
  (
    connection: ChatConnection,
    { callId, deviceId }: { readonly callId: CallId; readonly deviceId: DeviceId },
  ) =>
  <N extends ClientEventName>(name: N, about: About<N>): Promise<ClientEventAck<N>> =>
    connection.ask(name, { ...about, callId, deviceId } as unknown as ClientEventInput<N>);

/** The answer, or why there is none. Undefined: the line is lost; it is said on the next one. */
export async function told<T>(asked: Promise<T>): Promise<T | RequestProblem | undefined> {
  try {
    return await asked;
  } catch (error) {
    // The two ways in which a line refuses; it cannot be known before.
    if (error instanceof ConnectionLost) return undefined;
    if (error instanceof RequestProblem) return error;
    throw error;
  }
}

/** The same, asked again as long as the server has no time for it. */
export const toldAtLast = <T>(ask: () => Promise<T>): Promise<T | RequestProblem | undefined> =>
  told(untilHeard(ask));
