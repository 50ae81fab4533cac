import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { reconnectDelay } from '@app/web-realtime';

/**
 * Code that nobody has asked for, or without which there is nothing to see. It may fail to come as
 * any request may: it is tried for ever, as the line is. What has come and does not run rejects.
 */
export async function bring<T>(load: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await load();
    } catch (error) {
      // TypeError: no network, or a server that is away. The browser asks for it again each time.
      if (!(error instanceof TypeError)) throw error;
      await new Promise((wait) => setTimeout(wait, reconnectDelay(tries, Math.random)));
    }
  }
}

/**
 * For a route: the first page is waited for, however long that takes, as nothing else is there. Who
 * has asked for another one stays where they are, and `LostCode` tells them.
 */
export function page<T>(load: () => Promise<T>): () => Promise<T> {
  return () => (inject(Router).navigated ? load() : bring(load));
}
