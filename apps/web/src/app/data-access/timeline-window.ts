import { computed, signal, untracked, type Signal } from '@angular/core';
import {
  adoptPage,
  gapOf,
  keepLoaded,
  rangeAt,
  windowOf,
  type ChatLog,
  type SeqRange,
} from '@app/chat-state';
import type { ChatId } from '@app/contracts';
import { isLineProblem, type PageWish } from '@app/web-realtime';
import type { ChatClient } from './chat-client';
import type { ChatSync } from './chat-sync';

/** No message has this seq. */
const NOWHERE = 0;

/** So many slots on each side of what is being read stay loaded: some ten screens. */
const NEAR = 200;
/** Both sides, and a page: beyond it, what is far away goes. */
const MOST = 2 * NEAR + 50;

/** A page that could not be had is not asked for again for so long, however much one scrolls. */
const AGAIN_MS = 2000;

/** A page may be too old to be taken when it comes; the next one is newer. */
const PAGE_TRIES = 3;

/**
 * Which part of the open chat's log is on the screen: the one that holds `anchor`, or its end.
 * Pages are fetched one at a time, since scrolling asks often.
 */
export class TimelineWindow {
  private readonly anchor = signal<number | null>(null);
  private readonly loading = signal(0);
  private isPaging = false;
  private readingSeq: number | null = null;

  private readonly log = computed<ChatLog | null>(() => {
    const chatId = this.chatId();
    return (chatId && this.client.state().chats.get(chatId)?.log) ?? null;
  });
  private readonly range = computed<SeqRange | null>(() => {
    const log = this.log();
    return log && rangeAt(log.ranges, this.anchor() ?? log.headSeq);
  });

  readonly messages = computed(() => {
    const log = this.log();
    return log ? windowOf(log, this.anchor() ?? log.headSeq) : [];
  });
  readonly isLoading = computed(() => this.loading() > 0 && this.messages().length === 0);
  /** The newest message is here. */
  readonly hasEnd = computed(() => {
    const log = this.log();
    return !!log && rangeAt(log.ranges, log.headSeq) !== null;
  });
  /** A place is on its way to be shown. */
  readonly isBusy = computed(() => this.loading() > 0);
  readonly headSeq = computed(() => this.log()?.headSeq ?? 0);
  readonly gap = computed(() => {
    const log = this.log();
    return log && gapOf(log);
  });
  readonly hasOlder = computed(
    () => (this.range()?.from ?? 0) > (this.log()?.visibleFromSeq ?? Infinity),
  );
  readonly hasNewer = computed(() => (this.range()?.to ?? Infinity) < this.headSeq());
  /** Far more is loaded than is kept when somebody scrolls. */
  readonly isCrowded = computed(() => {
    const range = this.range();
    return range !== null && range.to - range.from > 2 * MOST;
  });
  /** The chat has messages, and none of them is here: a jump has let them go. */
  readonly isAway = computed(() => {
    const log = this.log();
    return !!log && log.rev !== null && log.headSeq >= log.visibleFromSeq && !this.range();
  });

  constructor(
    private readonly client: ChatClient,
    private readonly sync: ChatSync,
    private readonly chatId: Signal<ChatId | null>,
  ) {}

  /** What is being read, or where it is; null: at the end. */
  get seq(): number | null {
    const seq = this.readingSeq ?? untracked(this.anchor);
    return seq === NOWHERE ? null : seq;
  }

  /** Shows nothing until it is known where to begin. Rejects as `find` does. */
  async wait(find: () => Promise<void>): Promise<void> {
    this.anchor.set(NOWHERE);
    await this.busy(find);
  }

  /** The end of the log, or around `seq`. Rejects as the archive does. */
  async show(chatId: ChatId, seq: number | null): Promise<void> {
    this.anchor.set(seq);
    this.readingSeq = seq;
    const log = this.client.chat(chatId)?.log;
    if (seq !== null && log && rangeAt(log.ranges, seq)) return;
    await this.busy(() =>
      seq === null ? this.sync.load(chatId) : this.fetch(chatId, { aroundSeq: seq }),
    );
    // The place may not be there (any more): then the end is the next best.
    const { ranges } = this.client.chat(chatId)?.log ?? { ranges: [] };
    if (seq === null || rangeAt(ranges, seq) || this.anchor() !== seq) return;
    await this.show(chatId, null);
  }

  /** What is being read; null: the end of the log. */
  lookAt(seq: number | null): void {
    this.readingSeq = seq;
  }

  /** Lets go of what is loaded far from what is being read, once that is much. */
  makeRoom(): void {
    const [chatId, range] = [untracked(this.chatId), untracked(this.range)];
    if (!chatId || !range || range.to - range.from < MOST) return;
    const at = Math.min(Math.max(this.readingSeq ?? range.to, range.from), range.to);
    const kept = { from: Math.max(range.from, at - NEAR), to: Math.min(range.to, at + NEAR) };
    // The part that holds the anchor is the one on the screen: it has to be there still.
    if (kept.to < untracked(this.headSeq)) this.anchor.set(at);
    this.client.change((state) => keepLoaded(state, chatId, kept));
  }

  /** The page before, or after, what is loaded. Nothing comes where it cannot be had just now. */
  older(): Promise<void> {
    const range = untracked(this.range);
    if (!range || !untracked(this.hasOlder)) return Promise.resolve();
    return this.pageBy({ beforeSeq: range.from }, range);
  }

  newer(): Promise<void> {
    const range = untracked(this.range);
    if (!range || !untracked(this.hasNewer)) return Promise.resolve();
    return this.pageBy({ afterSeq: range.to }, range);
  }

  private async pageBy(wish: PageWish, { to }: SeqRange): Promise<void> {
    const chatId = untracked(this.chatId);
    if (!chatId || this.isPaging) return;
    this.isPaging = true;
    // Fixed to where it is, so that a page that joins the end does not move it.
    if (wish.afterSeq !== undefined) this.anchor.set(to);
    try {
      await this.fetch(chatId, wish);
      this.isPaging = false;
    } catch (error) {
      setTimeout(() => (this.isPaging = false), AGAIN_MS);
      // No line, or too many questions: whoever scrolls asks again.
      if (!isLineProblem(error)) throw error;
    }
  }

  private async fetch(chatId: ChatId, wish: PageWish): Promise<void> {
    const anchor = untracked(this.anchor);
    for (let tries = 0; tries < PAGE_TRIES; tries++) {
      const page = await this.sync.archive.page(chatId, wish);
      const before = this.client.chat(chatId);
      this.client.change((state) => adoptPage(state, chatId, page));
      if (this.client.chat(chatId) !== before) break;
    }
    // One has gone elsewhere since: there, this page says nothing of where the end is.
    if (untracked(this.chatId) !== chatId || untracked(this.anchor) !== anchor) return;
    const isAtEnd = untracked(this.range)?.to === untracked(this.headSeq);
    if (wish.afterSeq !== undefined && isAtEnd) this.anchor.set(null);
  }

  private async busy(run: () => Promise<void>): Promise<void> {
    this.loading.update((n) => n + 1);
    try {
      await run();
    } finally {
      this.loading.update((n) => n - 1);
    }
  }
}
