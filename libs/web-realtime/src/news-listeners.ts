import type { ConnectionNews, Stop } from './chat-connection';

/** Who hears the news of a line: what every `ChatConnection` does alike. */
export class NewsListeners {
  private readonly all = new Set<(news: ConnectionNews) => void>();

  /** See `ChatConnection.listen`. */
  add(listener: (news: ConnectionNews) => void): Stop {
    this.all.add(listener);
    return () => this.all.delete(listener);
  }

  tell(news: ConnectionNews): void {
    for (const listener of this.all) listener(news);
  }
}
