import type { ClientEvents, ServerEvents } from '../generated/events/types.gen.js';
import type { Message } from '../generated/types.gen.js';
import type { Parley } from '../parley.js';
import { isForGood } from '../problem-error.js';
import { Again } from './again.js';
import type { Change, Place } from './chat-follower.js';
import { FollowedChats } from './followed-chats.js';
import { Line } from './line.js';
import { Mailbox } from './mailbox.js';
import { Unread } from './unread.js';

/**
 * `from`: where each chat was when this account was last listened to, as `places()` has told; what
 * happened since comes first. `chatIds`: only these are followed; without it all are.
 */
export interface LiveOptions {
  readonly from?: Readonly<Record<string, Place>>;
  readonly chatIds?: readonly string[];
  /** Ends it with its reason, also while it connects. */
  readonly signal?: AbortSignal;
  /** Of what went wrong beside the line; by default nothing, since it is tried again. */
  readonly onError?: (error: unknown) => void;
}

type Listener = (payload: never) => void;

/**
 * What happens in the chats of an account, as it happens. `changes` has every message, each change
 * once and in order, over whatever the network does; `on()` has the passing events: typing,
 * presence, calls, which are not repeated.
 */
export class Live {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly unread = new Unread();
  private readonly mailbox = new Mailbox<Change>((change) => this.unread.read(change));
  private readonly chats: FollowedChats;
  private readonly line: Line;
  private readonly again = new Again(() => void this.sync());
  private readonly begun: Promise<void>;
  private begin: (() => void) | undefined;
  private fail: ((error: unknown) => void) | undefined;

  private constructor(
    parley: Parley,
    private readonly options: LiveOptions,
  ) {
    const { chatIds, from = {} } = options;
    this.chats = new FollowedChats(
      {
        parley,
        isWanted: (chatId) => chatIds?.includes(chatId) ?? true,
        tell: (change, before) => {
          this.unread.add(change, before);
          this.mailbox.put(change);
        },
        onError: (error) => this.meetFailure(error),
      },
      from,
    );
    this.line = new Line(parley.url, parley.tokens, {
      ready: () => {
        this.again.reset();
        void this.sync();
      },
      event: (name, payload) => this.hear(name, payload),
      ended: (error) => this.end(error),
    });
    this.begun = new Promise((resolve, reject) => {
      this.begin = resolve;
      this.fail = reject;
    });
    // Nobody need wait for it: it may end before somebody does.
    this.begun.catch(() => undefined);
    options.signal?.addEventListener('abort', this.abort);
  }

  /** Resolves once everything is followed. Throws `ProblemError` where the token is no good. */
  static async connect(parley: Parley, options: LiveOptions = {}): Promise<Live> {
    options.signal?.throwIfAborted();
    const live = new Live(parley, options);
    await live.line.open();
    await live.begun;
    return live;
  }

  /**
   * Every change since the beginning, for one who reads, until `close()`. Ends with an error when
   * the token is no good any more, or when 10,000 wait for who reads.
   */
  get changes(): AsyncIterableIterator<Change> {
    return this.mailbox;
  }

  /** Every event as it arrives. Those of messages may be missing or double here. */
  on<N extends keyof ServerEvents>(name: N, listener: (payload: ServerEvents[N]) => void): this {
    const all = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, all.add(listener));
    return this;
  }

  /** Says something, such as `typing`. Throws `ProblemError`, `ConnectionError`. */
  ask<N extends keyof ClientEvents>(
    name: N,
    input: ClientEvents[N]['input'],
  ): Promise<ClientEvents[N]['ack']> {
    return this.line.ask(name, input);
  }

  /** Where each chat is: what was read so far. Give it to the next `connect` as `from`. */
  places(): Record<string, Place> {
    return { ...this.chats.places(), ...this.unread.places() };
  }

  /** Idempotent. */
  close(): void {
    this.options.signal?.removeEventListener('abort', this.abort);
    this.again.close();
    this.line.close();
    this.mailbox.close();
  }

  private async sync(): Promise<void> {
    try {
      await this.chats.sync();
      this.begin?.();
    } catch (error) {
      // No line, a server that is away, or a token that is not for this.
      if (isForGood(error)) this.end(error);
      else this.meetFailure(error);
    }
  }

  /** What is missing is asked for again: the line may stay up, and nobody say anything more. */
  private meetFailure(error: unknown): void {
    this.options.onError?.(error);
    if (!isForGood(error)) this.again.soon();
  }

  private hear(name: keyof ServerEvents, payload: unknown): void {
    const step = this.steps[name];
    step?.(payload as never);
    for (const listener of this.listeners.get(name) ?? []) listener(payload as never);
  }

  private readonly steps: Partial<Record<keyof ServerEvents, Listener>> = {
    new_message: (message: Message) => this.chats.hear(message.chatId, message.rev, message),
    message_edited: (message: Message) => this.chats.hear(message.chatId, message.rev, message),
    message_deleted: (message: Message) => this.chats.hear(message.chatId, message.rev, message),
    chat_advanced: ({ chatId, rev }: ServerEvents['chat_advanced']) =>
      this.chats.hear(chatId, rev, null),
    chat_head: ({ chatId, headRev }: ServerEvents['chat_head']) =>
      this.chats.noteHead(chatId, headRev),
    chat_created: (chat: ServerEvents['chat_created']) => this.chats.begin(chat),
    chat_deleted: ({ chatId }: ServerEvents['chat_deleted']) => this.chats.forget(chatId),
  };

  private readonly abort = () => this.end(this.options.signal?.reason);

  private end(error: unknown): void {
    this.fail?.(error);
    this.mailbox.fail(error);
    this.close();
  }
}
