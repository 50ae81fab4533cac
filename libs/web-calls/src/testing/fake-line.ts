import type { ChatConnection, ConnectionNews, Stop } from '@app/web-realtime';

/** A line whose answers a test gives: each question waits for one. */
export class FakeLine {
  private readonly listeners = new Set<(news: ConnectionNews) => void>();
  readonly asked: {
    readonly name: string;
    readonly input: object;
    readonly answer: (ack: object) => void;
    readonly fail: (error: Error) => void;
  }[] = [];

  readonly connection = {
    listen: (listener: (news: ConnectionNews) => void): Stop => {
      this.listeners.add(listener);
      return () => this.listeners.delete(listener);
    },
    ask: (name: string, input: object) =>
      new Promise((answer, fail) => this.asked.push({ name, input, answer, fail })),
  } as unknown as ChatConnection;

  tell(news: ConnectionNews): void {
    for (const listener of this.listeners) listener(news);
  }
}
