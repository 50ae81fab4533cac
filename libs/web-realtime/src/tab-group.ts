import type { Stop } from './chat-connection';

/** What tabs talk about. */
export type TabTopic = 'line' | 'outbox';

/**
 * The tabs of one person in one browser. One of them leads: it holds the line and sends what is
 * queued, so that nothing goes twice. When it closes, crashes or is put to sleep, another one leads
 * within a moment. Not in here: what they say to each other.
 */
export abstract class TabGroup {
  /** Of this tab; another one each time a page is loaded. */
  abstract readonly id: string;

  /** Calls back with true when this tab leads (at once if it does), with false when no longer. */
  abstract onLead(listener: (isLeading: boolean) => void): void;

  /**
   * Takes part from now on, once all listeners are there. Resolves when others can tell whether
   * this tab is still there: before, it had better not speak.
   */
  abstract join(): Promise<void>;

  /** Leads at once, whoever does now: for one that does not answer. */
  abstract takeOver(): void;

  /** To all other tabs, in order. `topic`: whom there it is for. */
  abstract post(topic: TabTopic, message: unknown): void;

  abstract listen(topic: TabTopic, listener: (message: unknown) => void): void;

  /** Calls back once when that tab is no more, however it ended. */
  abstract onGone(id: string, listener: () => void): Stop;

  /** Leaves for good. */
  abstract close(): void;
}
