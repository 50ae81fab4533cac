/** Runs it once the browser has nothing else to do; Safari cannot tell, so there it is a second. */
export function whenIdle(run: () => void): void {
  if (typeof requestIdleCallback === 'undefined') setTimeout(run, 1000);
  else requestIdleCallback(run, { timeout: 10_000 });
}
