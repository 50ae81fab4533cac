import type { Stop } from './chat-connection';
import type { TabGroup, TabTopic } from './tab-group';

interface Posted {
  readonly topic: TabTopic;
  readonly message: unknown;
}

/**
 * By Web Locks and a `BroadcastChannel`. Who holds the lock leads; the browser gives it on when a
 * tab is gone, whatever ended it. A browser that has neither: each tab leads for itself, and the
 * server removes doubles.
 */
export class BrowserTabGroup implements TabGroup {
  readonly id = crypto.randomUUID();
  private readonly listeners: ((isLeading: boolean) => void)[] = [];
  private readonly channel: BroadcastChannel | null;
  private readonly locks = (navigator as { locks?: LockManager }).locks ?? null;
  private readonly whenGone = new AbortController();
  private isLeading = false;
  private isJoined = false;
  private release: () => void = () => undefined;
  private waiting = new AbortController();

  /** `name`: of the person, and of what the tabs of this version say to each other. */
  constructor(private readonly name: string) {
    this.channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  }

  onLead(listener: (isLeading: boolean) => void): void {
    this.listeners.push(listener);
    if (this.isLeading) listener(true);
  }

  async join(): Promise<void> {
    const { locks, channel } = this;
    if (!locks || !channel) {
      this.turn(true);
      return;
    }
    // Held as long as this page lives: so others know when it is gone.
    const { signal } = this.whenGone;
    const gone = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    await new Promise<void>((isHeld) => {
      void locks.request(this.nameOf(this.id), () => {
        isHeld();
        return gone;
      });
    });
    // A page that sleeps cannot lead; the browser may put it there without ending it.
    document.addEventListener('freeze', () => this.rest(), { signal });
    document.addEventListener('resume', () => this.queue(), { signal });
    addEventListener('pagehide', () => this.rest(), { signal });
    addEventListener('pageshow', ({ persisted }) => persisted && this.queue(), { signal });
    this.queue();
  }

  takeOver(): void {
    if (this.locks && this.isJoined && !this.isLeading) this.request({ steal: true });
  }

  post(topic: TabTopic, message: unknown): void {
    if (!this.whenGone.signal.aborted) this.channel?.postMessage({ topic, message });
  }

  listen(topic: TabTopic, listener: (message: unknown) => void): void {
    this.channel?.addEventListener('message', ({ data }) => {
      const posted = data as Posted;
      if (posted.topic === topic) listener(posted.message);
    });
  }

  onGone(id: string, listener: () => void): Stop {
    const stop = new AbortController();
    const { signal } = stop;
    this.locks?.request(this.nameOf(id), { signal }, listener).catch(ignoreEnd);
    return () => stop.abort();
  }

  close(): void {
    this.whenGone.abort();
    this.rest();
    this.channel?.close();
  }

  private queue(): void {
    if (this.isJoined || this.whenGone.signal.aborted) return;
    this.isJoined = true;
    this.request({});
  }

  private rest(): void {
    this.isJoined = false;
    this.waiting.abort();
    this.turn(false);
    this.release();
  }

  private request(how: { steal?: true }): void {
    this.waiting.abort();
    const waiting = (this.waiting = new AbortController());
    const held = new Promise<void>((resolve) => (this.release = resolve));
    // What steals cannot be called back, which takes no time anyway.
    const options = how.steal ? how : { signal: waiting.signal };
    const lead = (): Promise<void> | undefined => {
      if (waiting.signal.aborted) return undefined;
      this.turn(true);
      return held;
    };
    this.locks!.request(this.name, options, lead).catch((error: unknown) => {
      ignoreEnd(error);
      // Another one has taken over, since it got no answer from here.
      if (waiting.signal.aborted) return;
      this.turn(false);
      this.request({});
    });
  }

  private turn(isLeading: boolean): void {
    if (this.isLeading === isLeading) return;
    this.isLeading = isLeading;
    for (const listener of this.listeners) listener(isLeading);
  }

  private nameOf(id: string): string {
    return `${this.name} ${id}`;
  }
}

/** A request for a lock rejects when it is called back, and when another one steals the lock. */
function ignoreEnd(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
}
