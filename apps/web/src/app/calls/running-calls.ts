import { computed, inject, Injectable, signal } from '@angular/core';
import type { Call, CallId, ChatId, LiveCalls } from '@app/contracts';
import { partIn } from '@app/web-calls';
import { type ConnectionNews, isLineProblem } from '@app/web-realtime';
import { ChatClient } from '../data-access/chat-client';
import { ChatWiring } from '../data-access/chat-wiring';

/** More run in nobody's chats at once; what is over goes first. */
const MOST_KNOWN = 200;

/**
 * The calls of my chats, as the newest word of each says. Whenever a line comes up they are asked
 * for, as anything may have been missed.
 */
@Injectable({ providedIn: 'root' })
export class RunningCalls {
  private readonly client = inject(ChatClient);
  private readonly rest = inject(ChatWiring).rest;
  /** Those that are over, too: an older state of one may come late. */
  private readonly known = signal<ReadonlyMap<CallId, Call>>(new Map());
  /** What I do not want to hear of any more, whatever the server knows of that. */
  private readonly hushed = signal<ReadonlySet<CallId>>(new Set());
  private readonly running = computed(() => [...this.known().values()].filter(isRunning));

  private readonly audible = computed(() =>
    this.running().filter(({ id }) => !this.hushed().has(id)),
  );

  /** The one that rings for me; null: none. */
  readonly ringing = computed(
    () =>
      this.audible().find((call) => partIn(call, this.client.me.id)?.state === 'invited') ?? null,
  );
  /** One that goes on without me, and into which I may come back; null: none. */
  readonly left = computed(() => this.audible().find((call) => this.isLeft(call)) ?? null);

  constructor() {
    const { connection, lineState } = this.client;
    connection.listen((news) => this.hear(news));
    if (lineState.state() === 'online') void this.ask();
  }

  /** The one that runs there; undefined: none. */
  in(chatId: ChatId): Call | undefined {
    return this.running().find((call) => call.chatId === chatId);
  }

  hush(callId: CallId): void {
    this.hushed.update((hushed) => new Set(hushed).add(callId));
  }

  heed(call: Call): void {
    this.known.update((known) => {
      // Of version 0 are calls that are not mine to see, nor to join.
      if ((known.get(call.id)?.version ?? 0) >= call.version) return known;
      const kept =
        known.size < MOST_KNOWN ? known : [...known].filter(([, each]) => isRunning(each));
      // In its place: of two that ring the sheet shows the first one, until it is over.
      return new Map(kept).set(call.id, call);
    });
  }

  private unhush(callId: CallId): void {
    this.hushed.update((hushed) => new Set([...hushed].filter((each) => each !== callId)));
  }

  private isLeft(call: Call): boolean {
    const mine = partIn(call, this.client.me.id);
    return mine?.state === 'left' && !mine.isRemoved;
  }

  private hear(news: ConnectionNews): void {
    if (news.kind === 'ready') return void this.ask();
    // Called again to one that was declined, or left.
    if (news.kind === 'event' && news.name === 'call_incoming') this.unhush(news.event.callId);
    if (news.kind === 'event' && 'call' in news.event && news.name !== 'new_message')
      this.heed(news.event.call as Call);
  }

  private async ask(): Promise<void> {
    const before = new Set(this.running().map(({ id }) => id));
    try {
      const { items } = await this.rest.request<LiveCalls>('GET', 'calls/live');
      for (const call of items) before.delete(call.id);
      this.forget(before);
      for (const call of items) this.heed(call);
    } catch (error) {
      // The next time the line comes up asks again.
      if (!isLineProblem(error)) throw error;
    }
  }

  /** What ran before the question, and is not in the answer, is over. */
  private forget(ids: ReadonlySet<CallId>): void {
    this.known.update((known) => new Map([...known].filter(([id]) => !ids.has(id))));
  }
}

const isRunning = ({ state }: Call): boolean => state !== 'ended';
