import { computed, effect, inject, Injectable, signal } from '@angular/core';
import type {
  Announcement,
  AnnouncementId,
  AnnouncementList,
  Notice,
  NoticeId,
  NoticePage,
} from '@app/contracts';
import { isLineProblem, Session } from '@app/web-session';
import { ChatClient } from '../data-access/chat-client';
import { SERVER_NOW } from '../server-now';

/** Timers count in 32 bits: what is farther off is looked at again then. */
const LONGEST_MS = 2 ** 31 - 1;

/** What is said to everybody, and by moderators to me: asked for with each line, and heard. */
@Injectable({ providedIn: 'root' })
export class WhatIsSaid {
  private readonly rest = inject(Session).rest;
  private readonly now = inject(SERVER_NOW);
  private readonly moment = signal(this.now().getTime());
  private readonly said = signal<readonly Announcement[]>([]);
  private readonly told = signal<readonly Notice[]>([]);

  /** What is not over; the oldest first, as it came. */
  readonly announcements = computed(() => {
    const moment = this.moment();
    return this.said().filter(({ until }) => until === undefined || Date.parse(until) > moment);
  });
  /** What I have not said that I have read. */
  readonly notices = this.told.asReadonly();

  constructor() {
    inject(ChatClient).connection.listen((news) => {
      if (news.kind === 'ready') void this.load();
      if (news.kind !== 'event') return;
      if (news.name === 'announcement') this.said.update((all) => withOne(all, news.event));
      if (news.name === 'announcement_removed') this.forget(news.event.id);
      if (news.name === 'notice') this.told.update((all) => withOne(all, news.event));
    });
    effect((onCleanup) => {
      const ends = this.announcements().flatMap(({ until }) => until ?? []);
      if (ends.length === 0) return;
      const first = Math.min(...ends.map((end) => Date.parse(end)));
      const waitMs = Math.min(Math.max(0, first - this.now().getTime()), LONGEST_MS);
      const timer = setTimeout(() => this.moment.set(this.now().getTime()), waitMs);
      onCleanup(() => clearTimeout(timer));
    });
    void this.load();
  }

  /** Never rejects: without a line it is asked for again with the next one. */
  async load(): Promise<void> {
    await quietly(async () => {
      const { items } = await this.rest.request<AnnouncementList>('GET', 'announcements');
      this.said.set(items.toReversed());
    });
    await quietly(async () => {
      const { items } = await this.rest.request<NoticePage>('GET', 'notices');
      this.told.set(items.filter(({ isSeen }) => !isSeen).toReversed());
    });
  }

  /** It goes at once; what the server has not heard of comes back with the next line. */
  async dismiss(id: AnnouncementId): Promise<void> {
    this.forget(id);
    await quietly(() => this.rest.request('POST', `announcements/${id}/dismiss`));
  }

  /** As `dismiss`. */
  async acknowledge(id: NoticeId): Promise<void> {
    this.told.update((all) => all.filter((one) => one.id !== id));
    await quietly(() => this.rest.request('POST', `notices/${id}/seen`));
  }

  private forget(id: AnnouncementId): void {
    this.said.update((all) => all.filter((one) => one.id !== id));
  }
}

function withOne<T extends { readonly id: string }>(all: readonly T[], one: T): readonly T[] {
  return [...all.filter(({ id }) => id !== one.id), one];
}

async function quietly(ask: () => Promise<unknown>): Promise<void> {
  try {
    await ask();
  } catch (error) {
    // No line, or the service is away: nobody waits for this.
    if (!isLineProblem(error)) throw error;
  }
}
