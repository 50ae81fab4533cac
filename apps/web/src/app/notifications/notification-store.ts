import { computed, inject, Injectable, signal } from '@angular/core';
import type { NotificationPage, ReadNotifications } from '@app/contracts';
import type { ConnectionNews } from '@app/web-realtime';
import { ChatClient } from '../data-access/chat-client';
import { ChatWiring } from '../data-access/chat-wiring';
import { ToldPause } from '../data-access/told-pause';
import { problemWords } from '../problem-words';
import {
  isOfList,
  withNews,
  withPage,
  withRead,
  type NotificationNews,
  type NotificationState,
} from './notification-state';

/** Entries of a page. */
const AT_ONCE = 30;

/**
 * What was meant for me, as the newest word of the server says. Whenever a line comes up its
 * beginning is asked for, as anything may have been missed.
 */
@Injectable({ providedIn: 'root' })
export class NotificationStore {
  private readonly client = inject(ChatClient);
  private readonly rest = inject(ChatWiring).rest;
  /** As the server has told it. */
  private readonly told = signal<NotificationState | null>(null);
  /** What was read here, and the server has not said yes to. */
  private readonly reading = signal<readonly ReadNotifications[]>([]);
  private readonly state = computed(() => {
    const told = this.told();
    return told && this.reading().reduce(withRead, told);
  });
  /** What was heard since the question that is under way, whose answer may be older. */
  private readonly heard = signal<readonly NotificationNews[] | null>(null);
  /** Of the questions: the answer to one that was asked anew is for nobody. */
  private asked = 0;
  private readonly pause = new ToldPause();

  readonly isKnown = computed(() => this.state() !== null);
  readonly items = computed(() => this.state()?.items ?? []);
  readonly unread = computed(() => this.state()?.unread ?? 0);
  readonly hasMore = computed(() => (this.state()?.cursor ?? null) !== null);
  readonly isAsking = computed(() => this.heard() !== null);
  /** Why the last thing that was asked for is not there, in words; empty: it is. */
  readonly problem = signal('');

  constructor() {
    const { connection, lineState } = this.client;
    connection.listen((news) => this.hear(news));
    if (lineState.state() === 'online') void this.ask();
  }

  /** Asks unless it is known, or under way. Never rejects, as nothing here does. */
  async look(): Promise<void> {
    if (!this.isKnown() && !this.isAsking()) await this.ask();
  }

  /** A page more, one at a time. */
  async more(): Promise<void> {
    const cursor = this.state()?.cursor;
    if (cursor && !this.isAsking()) await this.ask(cursor);
  }

  /** Known here at once, and then told. */
  async read(ids: string[]): Promise<void> {
    if (this.items().some(({ id, isRead }) => ids.includes(id) && !isRead))
      await this.tell({ ids });
  }

  async readAll(): Promise<void> {
    await this.tell({ all: true });
  }

  private hear(news: ConnectionNews): void {
    if (news.kind === 'ready') return void this.ask();
    if (news.kind !== 'event' || !isOfList(news)) return;
    this.heard.update((heard) => heard && [...heard, news]);
    this.told.update((told) => told && withNews(told, news));
  }

  private async tell(body: ReadNotifications): Promise<void> {
    const before = this.told();
    this.problem.set('');
    this.reading.update((all) => [...all, body]);
    try {
      await this.rest.request('POST', 'notifications/read', { body });
      // Its event may be later than the answer; where anything was heard since, that is newer.
      if (before && this.told() === before) this.told.set(withRead(before, body));
    } catch (error) {
      // Refused, or no connection: it is as unread as it was.
      this.problem.set(problemWords(error));
    } finally {
      this.reading.update((all) => all.filter((one) => one !== body));
    }
  }

  private page(cursor: string | undefined): Promise<NotificationPage> {
    const query = { limit: AT_ONCE, ...(cursor !== undefined && { cursor }) };
    return this.rest.request('GET', 'notifications', { query });
  }

  /** The page there, or else all anew from the first one. */
  private async ask(cursor?: string): Promise<void> {
    const number = ++this.asked;
    this.heard.set([]);
    this.problem.set('');
    try {
      const isWanted = (): boolean => number === this.asked;
      const page = await this.pause.ask(() => this.page(cursor), isWanted);
      if (!isWanted()) return;
      const known = cursor === undefined ? null : this.told();
      this.told.set((this.heard() ?? []).reduce(withNews, withPage(known, page)));
    } catch (error) {
      // No connection: the next time the line comes up asks again.
      if (number === this.asked) this.problem.set(problemWords(error));
    } finally {
      if (number === this.asked) this.heard.set(null);
    }
  }
}
