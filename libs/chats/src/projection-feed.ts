import type { ChatId, Message } from '@app/contracts';
import { currentTrace, EventBus, inTrace, type Trace } from '@app/platform';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { ChatProjector } from './chat-projector.js';

/** How long changes of a chat are gathered before they are applied, in ms. */
const gatherMs = 200;

/** Changes of one chat that are gathered at most. */
const gatherMost = 1024;

/** Traces that are told what was done for them all together, at most. */
const mostTraces = 64;

/**
 * Brings changes of logs to the projector, many at once and off the send path. What is missed here
 * (a crash, a lost fact) is caught up by whoever looks at the chat.
 */
@Injectable()
export class ProjectionFeed implements OnModuleInit, OnApplicationShutdown {
  readonly #logger = new Logger(ProjectionFeed.name);
  #waiting = new Set<ChatId>();
  /** In which traces it was said, of the first ones that were in any. */
  #traces: Trace[] = [];
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly eventBus: EventBus,
    private readonly projector: ChatProjector,
  ) {}

  onModuleInit(): void {
    const handle = (message: Message) => this.#take(message);
    this.eventBus.subscribe({ module: 'chats', name: 'message.created', handle });
    this.eventBus.subscribe({ module: 'chats', name: 'message.changed', handle });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#flush();
  }

  #take(message: Message): void {
    const offered = this.projector.offer(message);
    this.#waiting.add(message.chatId);
    const trace = currentTrace();
    if (trace && this.#traces.length < mostTraces) this.#traces.push(trace);
    if (offered === gatherMost) void this.#flush();
    else this.#timer ??= setTimeout(() => void this.#flush(), gatherMs).unref();
  }

  #flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const chatIds = [...this.#waiting];
    this.#waiting = new Set();
    const [first, ...others] = this.#traces;
    this.#traces = [];
    const apply = () => inTrace(first, () => this.#apply(chatIds), others);
    this.#running = this.#running.then(apply);
    return this.#running;
  }

  async #apply(chatIds: readonly ChatId[]): Promise<void> {
    try {
      await this.projector.applyOffered(chatIds);
    } catch (error) {
      // The database is away, or a bug. The next message or reader of these chats tries again.
      this.#logger.warn(`${chatIds.length} chats stay behind for now: ${String(error)}`);
    }
  }
}
