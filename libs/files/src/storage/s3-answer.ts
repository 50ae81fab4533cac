import { S3ServiceException } from '@aws-sdk/client-s3';
import { Problem, problem } from '@app/contracts';

export async function answered<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    // Whatever the other side says, or that it says nothing: a problem to the caller.
    throw asProblem(error);
  }
}

export function asProblem(error: unknown): unknown {
  if (error instanceof Problem) return error;
  if (statusOf(error) === 404) return problem('not_found');
  if (statusOf(error) === 507) return problem('storage_full');
  // It was asked wrongly, or the bucket is not ours: somebody has to look.
  if (error instanceof TypeError || error instanceof RangeError) return error;
  return problem('service_unavailable', { service: 'storage' });
}

export function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
}
