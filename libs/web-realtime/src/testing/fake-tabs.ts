import type { Stop } from '../chat-connection';
import type { TabGroup, TabTopic } from '../tab-group';

/** Some tabs of one browser; the first that joins leads, the next when it is gone. */
export class FakeTabs {
  readonly members: FakeTab[] = [];
  /** Those that have joined, in order: the first one leads. */
  readonly queue: FakeTab[] = [];
  private made = 0;

  /** Another tab. */
  open(): FakeTab {
    const tab = new FakeTab(this, `tab-${++this.made}`);
    this.members.push(tab);
    return tab;
  }
}

export class FakeTab implements TabGroup {
  private readonly leadListeners: ((isLeading: boolean) => void)[] = [];
  private readonly listeners: { topic: TabTopic; hear: (message: unknown) => void }[] = [];
  private readonly gone = new Set<() => void>();
  private isAsleep = false;
  private unheard: (() => void)[] = [];
  private wasLeading = false;

  constructor(
    private readonly tabs: FakeTabs,
    readonly id: string,
  ) {}

  onLead(listener: (isLeading: boolean) => void): void {
    this.leadListeners.push(listener);
    if (this.wasLeading) listener(true);
  }

  join(): Promise<void> {
    this.tabs.queue.push(this);
    this.lookWhoLeads();
    return Promise.resolve();
  }

  takeOver(): void {
    this.tabs.queue.sort((tab) => (tab === this ? -1 : 0));
    this.lookWhoLeads();
  }

  post(topic: TabTopic, message: unknown): void {
    for (const tab of this.tabs.members) if (tab !== this) tab.receive(topic, message);
  }

  listen(topic: TabTopic, hear: (message: unknown) => void): void {
    this.listeners.push({ topic, hear });
  }

  onGone(id: string, listener: () => void): Stop {
    const tab = this.tabs.members.find((member) => member.id === id);
    tab?.gone.add(listener);
    return () => tab?.gone.delete(listener);
  }

  /** Ends it, as a crash does: it says nothing more. */
  close(): void {
    for (const list of [this.tabs.queue, this.tabs.members])
      if (list.includes(this)) list.splice(list.indexOf(this), 1);
    for (const listener of this.gone) listener();
    this.lookWhoLeads();
  }

  /** It runs no code any more, and still holds what it held. */
  sleep(): void {
    this.isAsleep = true;
  }

  wake(): void {
    this.isAsleep = false;
    for (const hear of this.unheard.splice(0)) hear();
  }

  private receive(topic: TabTopic, message: unknown): void {
    const hear = (): void => {
      for (const listener of this.listeners) if (listener.topic === topic) listener.hear(message);
    };
    if (this.isAsleep) this.unheard.push(hear);
    else hear();
  }

  private lookWhoLeads(): void {
    const [leader] = this.tabs.queue;
    for (const tab of this.tabs.members) if (tab !== leader) tab.turn(false);
    leader?.turn(true);
  }

  private turn(isLeading: boolean): void {
    if (this.wasLeading === isLeading) return;
    this.wasLeading = isLeading;
    const tell = (): void => {
      for (const listener of this.leadListeners) listener(isLeading);
    };
    if (this.isAsleep) this.unheard.push(tell);
    else tell();
  }
}
