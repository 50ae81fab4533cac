/**
 * Runs it when the element has got another width, by which what is in it has other heights. Returns
 * how to stop.
 */
export function onReflow(element: HTMLElement, run: () => void): () => void {
  let width = 0;
  const observer = new ResizeObserver(() => {
    const before = width;
    width = element.clientWidth;
    if (before !== 0 && width !== before) run();
  });
  observer.observe(element);
  return () => observer.disconnect();
}
