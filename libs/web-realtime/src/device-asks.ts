import type {
  CallId,
  ChatId,
  ClientEventAck,
  ClientEventInput,
  ClientEventName,
  DeviceId,
  UserId,
} from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import type { ChatConnection } from './chat-connection';
import { untilHeard } from './until-heard';

/** What has not changed is said again after this: the server forgets a device that is silent. */
const SAY_AGAIN_MS = 15_000;

/** A tab that has not beaten for so long does not count: hidden ones may beat once a minute. */
const BEAT_COUNTS_MS = 90_000;

interface Mark {
  readonly seq: number;
  readonly ack: Promise<unknown>;
}

interface Beat {
  readonly isActive: boolean;
  readonly at: number;
}

/**
 * What several tabs say over one line, as one device: it is active when one of them is, it types
 * and has a chat open as long as one of them does, and watches whom any of them shows.
 */
export class DeviceAsks {
  private readonly beats = new Map<string, Beat>();
  private readonly open = new Holders<ChatId>();
  private readonly typing = new Holders<ChatId>();
  private readonly watched = new Holders<UserId>();
  /** Of a tab and nothing else: with it, its end of the call is gone. */
  private readonly calls = new Holders<string>();
  /** `Map<event and chat, what was told last>`. */
  private readonly marks = new Map<string, Mark>();
  private wasActive: boolean | null = null;
  private saidAt = 0;

  constructor(
    private readonly line: Pick<ChatConnection, 'ask'>,
    private readonly now: () => number = Date.now,
  ) {}

  /** As `ChatConnection.ask`, on behalf of a tab. */
  ask<N extends ClientEventName>(
    tab: string,
    name: N,
    input: ClientEventInput<N>,
  ): Promise<ClientEventAck<N>> {
    if (name === 'read_message' || name === 'delivered_message') {
      const ack = this.mark(name, input as ClientEventInput<'delivered_message'>);
      return ack as Promise<ClientEventAck<N>>;
    }
    const reduced = this.reduce(tab, name, input as never);
    if (reduced === null) return Promise.resolve({ ok: true } as ClientEventAck<N>);
    const answer = this.line.ask(name, reduced as ClientEventInput<N>);
    if (name === 'end_call') return this.noteCall('remove', tab, input as CallInput, answer);
    return takesPart(name) ? this.noteCall('add', tab, input as CallInput, answer) : answer;
  }

  /** The tab is gone: what only it has held is let go. Rejects as the line does. */
  async drop(tab: string): Promise<void> {
    this.beats.delete(tab);
    const [typing, open] = [this.typing.drop(tab), this.open.drop(tab)];
    const userIds = this.watched.drop(tab);
    const calls = this.calls.drop(tab);
    // First: somebody waits at the other end, and what follows may be refused.
    for (const call of calls) await this.end(call);
    for (const chatId of typing) await this.line.ask('typing', { chatId, isTyping: false });
    for (const chatId of open) await this.line.ask('leave_chat', { chatId });
    if (userIds.length > 0) await this.line.ask('unwatch_presence', { userIds });
  }

  /** The line is lost, and with it all that the server knew of it. */
  reset(): void {
    this.wasActive = null;
    this.marks.clear();
    for (const holders of [this.open, this.typing, this.watched, this.calls]) holders.clear();
  }

  /** All tabs hear of the same messages; what one has told, the others have, too. */
  private mark(
    name: 'read_message' | 'delivered_message',
    input: ClientEventInput<'delivered_message'>,
  ): Promise<unknown> {
    const key = `${name} ${input.chatId}`;
    const before = this.marks.get(key);
    if (before && before.seq >= input.seq) return before.ack;
    const mark = { seq: input.seq, ack: this.line.ask(name, input) };
    this.marks.set(key, mark);
    mark.ack.catch(() => {
      // Who asked is told; nobody else may take it for said.
      if (this.marks.get(key) === mark) this.marks.delete(key);
    });
    return mark.ack;
  }

  /** What of it the server has to hear; null: nothing, it knows. */
  private reduce(tab: string, name: ClientEventName, input: never): unknown {
    switch (name) {
      case 'heartbeat':
        return this.beat(tab, input);
      case 'join_chat':
        this.open.add(tab, [(input as ClientEventInput<'join_chat'>).chatId]);
        return input;
      case 'leave_chat':
        return this.open.remove(tab, [(input as ClientEventInput<'join_chat'>).chatId]).length > 0
          ? input
          : null;
      case 'typing':
        return this.type(tab, input);
      case 'watch_presence':
        this.watched.add(tab, (input as ClientEventInput<'watch_presence'>).userIds);
        return input;
      case 'unwatch_presence': {
        const { userIds } = input as ClientEventInput<'watch_presence'>;
        const left = this.watched.remove(tab, userIds);
        return left.length > 0 ? { userIds: left } : null;
      }
      default:
        return input;
    }
  }

  /** Each tab beats; the server hears one beat of them, unless that changes what it knows. */
  private beat(tab: string, { isActive }: ClientEventInput<'heartbeat'>): unknown {
    const at = this.now();
    this.beats.set(tab, { isActive, at });
    const heard = [...this.beats].filter(([, beat]) => at - beat.at < BEAT_COUNTS_MS);
    const isAnyActive = heard.some(([, beat]) => beat.isActive);
    if (isAnyActive === this.wasActive && at - this.saidAt < SAY_AGAIN_MS) return null;
    this.wasActive = isAnyActive;
    this.saidAt = at;
    return { isActive: isAnyActive };
  }

  /** The server has said that this tab is in the call, or not any more: before, it is as it was. */
  private async noteCall<A>(
    change: 'add' | 'remove',
    tab: string,
    { deviceId }: CallInput,
    answer: Promise<A>,
  ): Promise<A> {
    const ack = await answer;
    const { callId } = ack as { readonly callId: CallId };
    if (deviceId) this.calls[change](tab, [nameOf(callId, deviceId)]);
    return ack;
  }

  /** For nobody else will. Rejects when the line is lost: the server knows of that. */
  private async end(call: string): Promise<void> {
    try {
      await untilHeard(() => this.line.ask('end_call', callOf(call)));
    } catch (error) {
      // It is over already.
      if (!(error instanceof RequestProblem)) throw error;
    }
  }

  private type(tab: string, input: ClientEventInput<'typing'>): unknown {
    if (input.isTyping) this.typing.add(tab, [input.chatId]);
    else if (this.typing.remove(tab, [input.chatId]).length === 0) return null;
    return input;
  }
}

interface CallInput {
  readonly deviceId?: DeviceId;
}

/** The questions whose answer is that a device takes part in a call. */
const takesPart = (name: ClientEventName): boolean =>
  name === 'call_user' || name === 'call_accepted' || name === 'call_heartbeat';

const nameOf = (callId: CallId, deviceId: DeviceId): string => `${callId} ${deviceId}`;

function callOf(name: string): { readonly callId: CallId; readonly deviceId: DeviceId } {
  const [callId, deviceId] = name.split(' ') as [CallId, DeviceId];
  return { callId, deviceId };
}

/** Who holds what. */
class Holders<T> {
  private readonly tabs = new Map<T, Set<string>>();

  add(tab: string, things: readonly T[]): void {
    for (const thing of things) this.tabs.set(thing, (this.tabs.get(thing) ?? new Set()).add(tab));
  }

  /** Those that nobody holds now. */
  remove(tab: string, things: readonly T[]): T[] {
    return things.filter((thing) => {
      const holders = this.tabs.get(thing);
      holders?.delete(tab);
      if (holders?.size) return false;
      this.tabs.delete(thing);
      return true;
    });
  }

  /** The same for all that this tab holds. */
  drop(tab: string): T[] {
    const held = [...this.tabs].filter(([, holders]) => holders.has(tab)).map(([thing]) => thing);
    return this.remove(tab, held);
  }

  clear(): void {
    this.tabs.clear();
  }
}
