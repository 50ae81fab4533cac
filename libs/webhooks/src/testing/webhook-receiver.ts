import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebhookEvent } from '@app/contracts';

/** A receiver on this machine: checks who has signed, and keeps what comes in its order. */
export class WebhookReceiver {
  readonly arrived: WebhookEvent[] = [];
  /** `[webhook id, secret]`, for those who sign. */
  readonly secrets = new Map<string, string>();
  /** Statuses for the next requests, which are not taken. */
  readonly answers: number[] = [];
  /** The headers of all requests, also of those that were not taken. */
  readonly heard: IncomingHttpHeaders[] = [];
  #server: Server | undefined;
  #port = 0;
  #held: (() => void)[] | undefined;

  static async start(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    await receiver.up();
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/in`;
  }

  /** `<seq> <type>` of one chat, or of all, in order. */
  brief(chatId?: string): string[] {
    return this.arrived
      .filter(({ message }) => chatId === undefined || message?.chatId === chatId)
      .map(({ type, message }) => `${message?.seq ?? '-'} ${type.replace('message.', '')}`);
  }

  /** Listens again, where it did. */
  async up(): Promise<void> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        this.heard.push(request.headers);
        response.statusCode = this.#take(request.headers, Buffer.concat(parts).toString());
        if (this.#held) this.#held.push(() => response.end());
        else response.end();
      });
    });
    this.#server = server;
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    this.#port = (server.address() as AddressInfo).port;
  }

  async down(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }

  /** From now on it takes what comes, and does not say so. */
  hold(): void {
    this.#held = [];
  }

  letGo(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const answer of held) answer();
  }

  #take(headers: IncomingHttpHeaders, body: string): number {
    const refusal = this.answers.shift();
    if (refusal !== undefined) return refusal;
    const event = WebhookEvent.parse(JSON.parse(body));
    const signed = `${String(headers['parley-timestamp'])}.${body}`;
    const secret = this.secrets.get(event.webhookId) ?? 'unknown';
    const mac = createHmac('sha256', secret).update(signed).digest('hex');
    if (headers['parley-signature'] !== `v1=${mac}`) return 401;
    this.arrived.push(event);
    return 204;
  }
}
