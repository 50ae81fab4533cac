import type { ClientEventAck, ClientEventInput, ClientEventName } from '@app/contracts';
import { ConnectionLost } from '@app/web-session';
import type { ChatConnection, ConnectionNews, Stop } from './chat-connection';
import { NewsListeners } from './news-listeners';

/** A line that can be started and ended. */
export interface StartableLine extends ChatConnection {
  /** Begins to connect. */
  start(): void;
  /** The network or the person is back: do not wait for the next try. */
  hurry(): void;
  /** For good. */
  close(): void;
}

/** A line whose code is loaded when it is started. Until then it is lost, as any line may be. */
export class LaterConnection implements StartableLine {
  private readonly listeners = new NewsListeners();
  private line: StartableLine | null = null;
  private isClosed = false;

  /** `load` never rejects: without the code there is no line, as without a network. */
  constructor(private readonly load: () => Promise<StartableLine>) {}

  start(): void {
    void this.load().then((line) => {
      if (this.isClosed) return;
      this.line = line;
      line.listen((news) => this.listeners.tell(news));
      line.start();
    });
  }

  hurry(): void {
    this.line?.hurry();
  }

  close(): void {
    this.isClosed = true;
    this.line?.close();
  }

  listen(listener: (news: ConnectionNews) => void): Stop {
    return this.listeners.add(listener);
  }

  async ask<N extends ClientEventName>(
    name: N,
    input: ClientEventInput<N>,
  ): Promise<ClientEventAck<N>> {
    if (!this.line) throw new ConnectionLost();
    return this.line.ask(name, input);
  }
}
