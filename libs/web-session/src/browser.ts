import { Injectable } from '@angular/core';
import { keptCopies, traces } from './kept-copies';
import { deviceStorage, tabStorage } from './web-storage';

/** What is said between the tabs of one browser. */
export interface TabChannel {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
}

/** An answer may have taken so long, and a clock that is no more off is right. */
const ON_ITS_WAY_MS = 60_000;

/**
 * What the browser does for a session, in one place, so that tests can stand in for it. A private
 * window may refuse storage, and an old browser locks: then tabs just know less of each other.
 */
@Injectable({ providedIn: 'root' })
export class Browser {
  /** How far its clock is ahead of the server's; 0: it is right. */
  aheadMs = 0;

  now(): number {
    return Date.now();
  }

  /** The time of the server, as far as it was heard: by it the server judges what is too late. */
  serverNow(): number {
    return this.now() - this.aheadMs;
  }

  /** `date`: as the head of an answer says it; null: it says nothing. */
  hearTime(date: string | null): void {
    if (date === null) return;
    const aheadMs = this.now() - Date.parse(date);
    this.aheadMs = Math.abs(aheadMs) > ON_ITS_WAY_MS ? aheadMs : 0;
  }

  fetch(url: string, init: RequestInit): Promise<Response> {
    return fetch(url, init);
  }

  read(key: string): string | null | undefined {
    return deviceStorage.read(key);
  }

  write(key: string, value: string | null): void {
    deviceStorage.write(key, value);
  }

  /**
   * Forgets what this browser has kept of a person's chats, where nobody runs who could. The server
   * has all of it; drafts and what is queued are kept elsewhere, and stay.
   */
  forgetCopies(userId: string): void {
    this.write(keptCopies.rows + userId, null);
    const { indexedDB } = globalThis as { indexedDB?: IDBFactory };
    indexedDB?.deleteDatabase(keptCopies.chats + userId);
  }

  /** For whoever comes next, who need not know what the one before has done. */
  forgetTraces(): void {
    for (const area of [deviceStorage, tabStorage])
      for (const key of Object.values(traces)) area.write(key, null);
  }

  /** Runs when no other tab runs something under this name. */
  locked<T>(name: string, run: () => Promise<T>): Promise<T> {
    const locks = (navigator as { locks?: LockManager }).locks;
    return locks ? locks.request(name, run) : run();
  }

  channel(name: string): TabChannel {
    if (typeof BroadcastChannel === 'undefined')
      return { post: () => undefined, listen: () => undefined };
    const channel = new BroadcastChannel(name);
    return {
      post: (message) => channel.postMessage(message),
      listen: (listener) =>
        channel.addEventListener('message', (event) => listener(event.data as unknown)),
    };
  }

  /** Begins anew where one is: nothing of a person stays in memory. */
  reload(): void {
    location.reload();
  }

  /** Begins anew at the front page: nothing of a person stays in the address either. */
  leave(): void {
    location.replace('/');
  }
}
