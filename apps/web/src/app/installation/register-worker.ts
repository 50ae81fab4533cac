/** What is used of `trustedTypes`, where a browser has it. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: () => string },
  ): { createScriptURL(url: string): unknown };
}

const WORKER = '/sw.js';

/**
 * Registers the worker that keeps the app. Not by `provideServiceWorker`, which has no policy for
 * Trusted Types; `parley-worker` gives out this one address and nothing else.
 */
export async function registerWorker(container: ServiceWorkerContainer): Promise<void> {
  // Angular's worker fetches the files once it is told that it serves a page.
  container.addEventListener('controllerchange', () =>
    container.controller?.postMessage({ action: 'INITIALIZE' }),
  );
  try {
    await container.register(workerUrl());
  } catch (error) {
    // SecurityError or TypeError: a private window, or the server is away. The app works without.
    console.warn('The app is not kept for visits without a network', error);
  }
}

/** Asked for in the types as text; a browser that checks sees what the policy has made. */
function workerUrl(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('parley-worker', { createScriptURL: () => WORKER });
  return (policy?.createScriptURL(WORKER) ?? WORKER) as string;
}
