// Put into a page before anything of it runs: what whoever waits for it sees, in ms since the visit
// began. Read by `bench/page/page-visit.ts` and `test/browser/size.story.ts`.
(() => {
  const seen = {
    fcpMs: 0,
    lcpMs: 0,
    listMs: 0,
    composerMs: 0,
    /** Sum of all shifts, those right after an input as well. */
    shift: 0,
    /** What has moved in them: `ui-icon 10,20 -> 10,24`. */
    moved: [],
    /** `[start, duration]` of what kept the page from answering for more than 50 ms. */
    longTasks: [],
    /** From a key to the next picture: only those that took 16 ms or more. */
    answersMs: [],
  };
  /** Each takes what has been noted and not handed over yet: that is a task of its own. */
  const flushes = [];
  Object.defineProperty(globalThis, 'pageSeen', {
    get: () => {
      for (const flush of flushes) flush();
      return seen;
    },
  });

  const observe = (type, take) => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(take));
    observer.observe({ type, buffered: true, durationThreshold: 16 });
    flushes.push(() => observer.takeRecords().forEach(take));
  };
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.fcpMs = startTime;
  });
  observe('largest-contentful-paint', ({ startTime }) => (seen.lcpMs = startTime));
  observe('layout-shift', ({ value, sources }) => {
    seen.shift += value;
    for (const { node, previousRect: from, currentRect: to } of sources) {
      const name = (node?.nodeType === 1 ? node : node?.parentNode)?.outerHTML?.slice(0, 60);
      seen.moved.push(`${name} ${from.x},${from.y} -> ${to.x},${to.y}`);
    }
  });
  observe('longtask', ({ startTime, duration }) => seen.longTasks.push([startTime, duration]));
  observe('event', ({ name, duration }) => {
    if (name === 'keydown') seen.answersMs.push(duration);
  });

  new MutationObserver((_, observer) => {
    const now = performance.now();
    if (document.querySelector('app-chat-list a')) seen.listMs ||= now;
    if (document.querySelector('ui-composer textarea')) seen.composerMs ||= now;
    if (seen.listMs && seen.composerMs) observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
})();
