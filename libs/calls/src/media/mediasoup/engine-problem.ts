import { problem } from '@app/contracts';
import { undecodable } from '../undecodable.js';

/**
 * What mediasoup refuses, as a problem: parameters that are none, or that nothing here can use, and
 * what has gone while it was asked for.
 */
export async function asked<T>(path: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    // The parameters come from a device; what they ought to be only mediasoup knows.
    throw asProblem(path, error);
  }
}

function asProblem(path: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  switch (error.name) {
    case 'UnsupportedError':
      return path === 'rtpCapabilities' ? undecodable() : invalid(path, error);
    case 'TypeError':
      return invalid(path, error);
    case 'NotFoundError':
      return problem('not_found');
    case 'WorkerClosedError':
      return problem('gone');
    default:
      return error;
  }
}

const invalid = (path: string, { message }: Error) =>
  problem('validation_failed', { issues: [{ path, message }] });
