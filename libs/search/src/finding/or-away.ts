import { isProblem } from '@app/contracts';

/** How long somebody waits for a part of an answer, in ms: less than who waits for all of it. */
const patienceMs = 1000;

/** What was found, or what stands in for it while the part of the system that knows is away. */
export async function orAway<T>(found: Promise<T>, instead: () => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tired = new Promise<'tired'>((resolve) => {
    timer = setTimeout(() => resolve('tired'), patienceMs);
  });
  try {
    const answer = await Promise.race([found, tired]);
    return answer === 'tired' ? instead() : answer;
  } catch (error) {
    // Its service does not answer; what others know is worth having all the same.
    if (isProblem(error, 'service_unavailable')) return instead();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
