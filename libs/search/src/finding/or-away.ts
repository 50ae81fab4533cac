import { Problem } from '@app/contracts';

/** What was found, or what stands in for it while the part of the system that knows is away. */
export async function orAway<T>(found: Promise<T>, instead: () => T): Promise<T> {
  try {
    return await found;
  } catch (error) {
    // Its service does not answer; what others know is worth having all the same.
    if (error instanceof Problem && error.code === 'service_unavailable') return instead();
    throw error;
  }
}
