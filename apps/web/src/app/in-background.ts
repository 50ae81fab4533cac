interface Scheduler {
  postTask(run: () => void, options: { readonly priority: 'background' }): Promise<unknown>;
}

/** Runs it in a task of its own, after what somebody waits for. Not every browser can tell. */
export function inBackground(run: () => void): void {
  const { scheduler } = globalThis as { readonly scheduler?: Scheduler };
  if (scheduler) void scheduler.postTask(run, { priority: 'background' });
  else setTimeout(run);
}
