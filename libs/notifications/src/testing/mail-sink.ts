import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { openedMail, type ArrivedMail } from './arrived-mail.js';

/** What has been said in one connection so far. */
interface Talk {
  to: string[];
  /** Lines of a mail that comes in; undefined between mails. */
  lines: string[] | undefined;
}

/** A mail server on this machine that takes, opens and keeps what comes: SMTP as of RFC 5321. */
export class MailSink {
  readonly arrived: ArrivedMail[] = [];
  readonly #refusals = new Map<string, number[]>();
  readonly #sockets = new Set<Socket>();
  /** Mails that it has taken, and has not said so. */
  held = 0;
  #isHolding = false;
  #server: Server | undefined;
  #port = 0;

  static async start(): Promise<MailSink> {
    const sink = new MailSink();
    await sink.open();
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.#port}`;
  }

  /** Also once more, at the same address, after `close`. */
  async open(): Promise<void> {
    this.#server = createServer((socket) => this.#talk(socket));
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    const closed = this.#server && once(this.#server, 'close');
    this.#server?.close();
    await closed;
  }

  /** The next ones to this address are answered with these codes, and not taken. */
  refuse(address: string, ...codes: readonly number[]): void {
    this.#refusals.set(address, [...codes]);
  }

  /** From now on it takes what comes, and does not say so, until `letGo`. */
  hold(): void {
    this.#isHolding = true;
  }

  letGo(): void {
    this.#isHolding = false;
    this.held = 0;
  }

  of(address: string): ArrivedMail[] {
    return this.arrived.filter(({ to }) => to.includes(address));
  }

  #talk(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    // Who ends a connection without a word has been told all.
    socket.on('error', () => socket.destroy());
    const talk: Talk = { to: [], lines: undefined };
    let rest = '';
    socket.setEncoding('latin1').on('data', (some: string) => {
      const lines = (rest + some).split('\r\n');
      rest = lines.pop()!;
      for (const line of lines) {
        const answer = this.#answer(talk, line);
        if (answer !== '') socket.write(`${answer}\r\n`);
      }
    });
    socket.write('220 sink\r\n');
  }

  #answer(talk: Talk, line: string): string {
    if (talk.lines) return this.#keep(talk, talk.lines, line);
    const [verb = ''] = line.toUpperCase().split(' ');
    if (verb === 'RCPT') return this.#recipient(talk, /<(.*)>/.exec(line)?.[1] ?? '');
    if (verb === 'DATA') {
      talk.lines = [];
      return '354 go on';
    }
    if (verb === 'MAIL') talk.to = [];
    return verb === 'QUIT' ? '221 bye' : '250 ok';
  }

  #recipient(talk: Talk, address: string): string {
    const code = this.#refusals.get(address)?.shift();
    if (code !== undefined) return `${code} no`;
    talk.to.push(address);
    return '250 ok';
  }

  /** A point at the beginning is doubled; one alone is the end. */
  #keep(talk: Talk, lines: string[], line: string): string {
    if (line !== '.') {
      lines.push(line.startsWith('.') ? line.slice(1) : line);
      return '';
    }
    this.arrived.push(openedMail(talk.to, lines.join('\r\n')));
    talk.lines = undefined;
    if (!this.#isHolding) return '250 ok';
    this.held++;
    return '';
  }
}
