import { ConnectionLost, RequestProblem } from '@app/web-realtime';

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
