import { parley } from '../contenders/parley.js';
import { createChat, register } from '../load/account.js';
import { SocketClient } from '../load/socket-client.js';

/** Devices of who is called. */
const devices = 3;

/** Of one call, ms. */
export interface Rung {
  /** From calling until it rings on the last device. */
  readonly ringMs: number;
  /** From answering on one of them until the last one knows, and stops to ring. */
  readonly hushMs: number;
}

/** Somebody who calls another one again and again. */
export class Ringing {
  /** What is waited for: an event on each of so many devices. */
  #wait = { event: '', left: 0, done: (): void => undefined };
  #caller: SocketClient | undefined;
  #callees: SocketClient[] = [];

  private constructor(
    private readonly stop: () => Promise<void>,
    private readonly chatId: string,
  ) {}

  static async begin(): Promise<Ringing> {
    const server = await parley({ PARLEY_CALLS_BURST: '100000' });
    const { url } = server;
    const [one, other] = [await register(url, 'one'), await register(url, 'other')];
    const chatId = await createChat(url, one, { type: 'direct', memberIds: [other.id] });
    const ringing = new Ringing(() => server.close(), chatId);
    const heard = (event: string) => ringing.#heard(event);
    const callees = Array.from({ length: devices }, () =>
      SocketClient.connect(url, heard, other.token),
    );
    ringing.#callees = await Promise.all(callees);
    ringing.#caller = await SocketClient.connect(url, () => undefined, one.token);
    return ringing;
  }

  async once(): Promise<Rung> {
    const rings = this.#on(devices, 'call_incoming');
    const since = performance.now();
    const { callId } = (await this.#caller!.emit('call_user', {
      ...{ chatId: this.chatId, media: 'audio' },
    })) as { callId: string };
    const ringMs = (await rings) - since;
    const hushes = this.#on(devices, 'call_answered_elsewhere');
    const answered = performance.now();
    await this.#callees[0]!.emit('call_accepted', { callId });
    const hushMs = (await hushes) - answered;
    await this.#caller!.emit('end_call', { callId });
    return { ringMs, hushMs };
  }

  async close(): Promise<void> {
    for (const client of [this.#caller!, ...this.#callees]) client.close();
    await this.stop();
  }

  /** When it has been heard on so many, ms. */
  #on(left: number, event: string): Promise<number> {
    return new Promise((resolve) => {
      this.#wait = { event, left, done: () => resolve(performance.now()) };
    });
  }

  #heard(event: string): void {
    if (event === this.#wait.event && --this.#wait.left === 0) this.#wait.done();
  }
}
