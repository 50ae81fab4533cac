import type { OutboxNews, OutboxTabs } from '../outbox-tabs';

/** Some tabs of one browser; the first that asks leads, the next when it closes. */
export class FakeTabGroup {
  readonly members = new Set<FakeOutboxTabs>();
  private last: Promise<void> = Promise.resolve();

  tab(): FakeOutboxTabs {
    const tab = new FakeOutboxTabs(this);
    this.members.add(tab);
    return tab;
  }

  /** Resolves when all who asked before have closed. */
  enqueue(closed: Promise<void>): Promise<void> {
    const turn = this.last;
    this.last = turn.then(() => closed);
    return turn;
  }
}

export class FakeOutboxTabs implements OutboxTabs {
  private listener: (news: OutboxNews) => void = () => undefined;
  private end: () => void = () => undefined;
  private readonly closed = new Promise<void>((resolve) => (this.end = resolve));

  constructor(private readonly group: FakeTabGroup) {}

  lead(): Promise<void> {
    return this.group.enqueue(this.closed);
  }

  post(news: OutboxNews): void {
    for (const tab of this.group.members) if (tab !== this) tab.listener(news);
  }

  listen(listener: (news: OutboxNews) => void): void {
    this.listener = listener;
  }

  close(): void {
    this.group.members.delete(this);
    this.end();
  }
}
