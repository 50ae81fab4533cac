import type { ServerEvent, ServerEventName } from '@app/contracts';
import type { RawSocket } from '../socket-connection';

/** The client's end of a line of which the test is the other end. */
export class FakeSocket implements RawSocket {
  private readonly any: ((name: string, payload: unknown) => void)[] = [];
  private readonly named = new Map<string, (payload: never) => void>();
  private closed: () => void = () => undefined;
  isClosed = false;
  readonly io = {
    engine: { once: (_: 'close', listener: () => void) => void (this.closed = listener) },
  };
  /** What was emitted, with the way to ack it. */
  readonly sent: { name: string; input: unknown; ack: (answer: unknown) => void }[] = [];

  constructor(readonly token: string) {}

  onAny(listener: (name: string, payload: unknown) => void): void {
    this.any.push(listener);
  }

  on(name: string, listener: (payload: never) => void): void {
    this.named.set(name, listener);
  }

  emit(name: string, input: unknown, ack: (answer: unknown) => void): void {
    this.sent.push({ name, input, ack });
  }

  close(): void {
    this.isClosed = true;
  }

  tell<N extends ServerEventName>(name: N, event: ServerEvent<N>): void {
    for (const listener of this.any) listener(name, event);
  }

  greet(): void {
    const limits = { eventBurst: 120, eventsPerSecond: 4, maxEventBytes: 65_536, heartbeatMs: 0 };
    this.tell('ready', { sessionId: 's1' as never, nodeId: 'n1', cursor: '', limits });
  }

  /** The line ends before the server has answered. */
  endEarly(): void {
    this.closed();
  }

  breakDown(): void {
    this.named.get('disconnect')?.(undefined as never);
  }

  refuse(code: string, params: object = {}): void {
    const data = { code, params };
    this.named.get('connect_error')?.(Object.assign(new Error(code), { data }) as never);
  }
}
