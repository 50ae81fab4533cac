import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatId, ClientEventAck, Message, UserId } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import type { Person } from '../people/person.js';

/** A message that was acked, and when it was sent first and acked, in ms of one clock. */
export interface Acked {
  readonly message: Message;
  readonly sentAt: number;
  readonly ackedAt: number;
}

/** How long a message may need to get through whatever happens, in ms. */
const patienceMs = 60_000;

/** How often they begin, in ms: without a pause, sending would take most of the machine. */
const beatMs = 400;

/**
 * People who go on sending, many in the same moment, by REST and by socket in turn; each message
 * again under its id until it is acked, as every client of ours does.
 */
export class SteadySenders {
  readonly acked: Acked[] = [];
  #people: readonly Person[];
  #next = 0;
  /** Numbers of messages without an ack. */
  readonly #open = new Set<number>();
  #isStopped = false;
  #work: Promise<unknown> = Promise.resolve();

  constructor(
    people: readonly Person[],
    private readonly chatId: ChatId,
  ) {
    this.#people = [...people];
  }

  /** They send nothing more; resolves when what they have sent is acked. */
  async leaveOut(id: UserId): Promise<void> {
    this.#people = this.#people.filter((person) => person.id !== id);
    const last = this.#next;
    const isOpen = () => [...this.#open].some((n) => n < last);
    await eventually(() => expect(isOpen()).toBe(false), patienceMs);
  }

  /** `inFlight` messages at once, every 400 ms, until `stop`. */
  start(inFlight: number): void {
    const worker = async (): Promise<void> => {
      while (!this.#isStopped) {
        await this.#send(this.#next++);
        await sleep(beatMs - (performance.now() % beatMs));
      }
    };
    this.#work = Promise.all(Array.from({ length: inFlight }, worker));
  }

  /** Resolves when so many more have been acked. */
  async pass(count: number): Promise<void> {
    const goal = this.acked.length + count;
    await eventually(() => expect(this.acked.length).toBeGreaterThanOrEqual(goal), patienceMs);
  }

  /** Resolves when those that are under way are acked, too. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#work;
  }

  /** The longest time in which nothing was acked, in ms. */
  get longestPause(): number {
    const times = this.acked.map(({ ackedAt }) => ackedAt).toSorted((a, b) => a - b);
    return Math.max(0, ...times.slice(1).map((at, i) => at - times[i]!));
  }

  async #send(n: number): Promise<void> {
    const person = this.#people[n % this.#people.length]!;
    const { chatId } = this;
    const draft = { chatId, text: `message ${n}`, clientMsgId: randomUUID() };
    const sentAt = performance.now();
    this.#open.add(n);
    const message = await eventually(
      () => (n % 2 === 0 ? byRest(person, draft) : bySocket(person, draft)),
      patienceMs,
    );
    this.acked.push({ message, sentAt, ackedAt: performance.now() });
    this.#open.delete(n);
  }
}

async function byRest(person: Person, draft: object): Promise<Message> {
  const { status, body } = await person.post('/api/messages', draft);
  if (status > 201) throw new Error(`REST said ${status}: ${JSON.stringify(body)}`);
  return body as Message;
}

async function bySocket(person: Person, draft: object): Promise<Message> {
  const socket = person.socket.timeout(3000);
  const ack = (await socket.emitWithAck('send_message', draft)) as { ok: boolean };
  if (!ack.ok) throw new Error(JSON.stringify(ack));
  return (ack as ClientEventAck<'send_message'>).message;
}
