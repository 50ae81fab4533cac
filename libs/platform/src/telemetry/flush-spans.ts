let flush: (() => Promise<void>) | undefined;

/** How the spans that wait are sent. */
export function flushBy(how: () => Promise<void>): void {
  flush = how;
}

/** Sends the spans that wait; for the end of a process. Never rejects. */
export async function flushSpans(): Promise<void> {
  try {
    await flush?.();
  } catch {
    // The collector is away, which was logged; what it does not hear is lost.
  }
}
