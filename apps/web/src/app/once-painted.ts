/** A tab that nobody sees is not painted. */
const PATIENCE_MS = 1000;

/** Runs it in a task of its own, once the browser has shown what stands in the page by now. */
export function oncePainted(run: () => void): void {
  let isOver = false;
  const once = (): void => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    run();
  };
  const timer = setTimeout(once, PATIENCE_MS);
  requestAnimationFrame(() => setTimeout(once));
}
