import { computed, effect, signal, untracked, type WritableSignal } from '@angular/core';
import { gapOf, rangeAt, type ChatLog } from '@app/chat-state';
import type { Chat, ChatId } from '@app/contracts';
import { ConnectionLost } from '@app/web-realtime';
import type { ChatClient } from './chat-client';
import type { ChatSync } from './chat-sync';
import { firstUnreadFarBack, readUpTo } from './first-unread';
import { PlaceAttempts } from './place-attempts';
import { TimelineWindow } from './timeline-window';

/** Less than this fills no screen. */
const FEW = 20;

/** Opens and closes chats, and knows where in the open one one reads. */
export class OpenPlace {
  private readonly opened: WritableSignal<ChatId | null>;
  private readonly attempts: PlaceAttempts;
  private readonly lineSeq = signal<number | null>(null);
  private readonly missing = signal(false);
  private readonly settled = signal(false);
  private readonly begun = signal(0);
  /** The open chat has been shown where reading it begins. */
  private isPlaced = false;
  /** The log in which the place was last looked for, if only for now; null: it was not, yet. */
  private shownIn: ChatLog | null = null;
  /** It was shown, and then it was not mine any more. */
  private isGone = false;
  private wantedSeq: number | null = null;
  /** There was no network for a while, and one has not come back yet. */
  private isCutOff = false;
  /** That message could not be fetched: the end stands in for it until there is a line. */
  private isOwed = false;
  /** `Map<ChatId, its messages are being read from the disk>`. */
  private readonly recalls = new Map<ChatId, Promise<void>>();
  /** How often reading was begun; only the last time counts, whatever the others still wait for. */
  private turns = 0;

  /** Why it cannot be shown; `not_kept`: there is no network, and nothing of it is here. */
  readonly problem = computed(() => {
    const isCutOff = this.missing() && this.client.lineState.state() === 'offline';
    return this.attempts.refusal() ?? (isCutOff ? 'not_kept' : null);
  });
  /** How far it has been read elsewhere is known, as far as it can be. */
  readonly isSettled = this.settled.asReadonly();
  /** How often reading has begun anew, at the place where it should begin. */
  readonly beginnings = this.begun.asReadonly();
  /** My mark as it was when the chat was opened. */
  readonly unreadLineSeq = this.lineSeq.asReadonly();
  readonly known = computed(() => {
    const chatId = this.opened();
    return chatId ? this.client.state().chats.get(chatId) : undefined;
  });
  readonly window: TimelineWindow;

  constructor(
    private readonly client: ChatClient,
    private readonly sync: ChatSync,
  ) {
    this.opened = client.openId;
    this.window = new TimelineWindow(client, sync, this.opened);
    this.attempts = new PlaceAttempts(sync, this.opened, (chatId) => !this.hasEnd(chatId));
  }

  /**
   * From now on a place that is lost, as too much has happened to keep what was loaded, is found
   * again, and a chat that could not be shown is tried with the next `ready`. One that somebody has
   * taken from me is not shown until it is mine again. Called where effects may be made.
   */
  keep(): void {
    effect(() => {
      const isMine = this.known() !== undefined;
      untracked(() => this.heed(isMine));
    });
    effect(() => {
      const chatId = this.opened();
      const isOnline = this.client.lineState.state() === 'online';
      // While a place is on its way, it is not lost: a link into the past is being followed.
      const isLost = this.window.isAway() && !untracked(this.window.isBusy);
      if (chatId && isOnline && isLost && this.isPlaced)
        untracked(() => void this.show(chatId, this.window.seq));
    });
    // What comes while nobody scrolls stays within bounds as well.
    effect(() => {
      if (this.window.isCrowded()) untracked(() => this.window.makeRoom());
    });
    effect(() => {
      if (this.client.lineState.state() === 'offline') this.isCutOff = true;
    });
    this.client.connection.listen(({ kind }) => {
      if (kind === 'ready') this.comeBack();
    });
  }

  /** It is open, and nothing of it is shown yet. `seq`: where to begin, if that was said. */
  begin(chatId: ChatId, seq: number | null): void {
    this.opened.set(chatId);
    this.isPlaced = false;
    this.shownIn = null;
    this.isGone = false;
    this.isOwed = false;
    this.wantedSeq = seq;
  }

  leave(): void {
    this.opened.set(null);
    this.attempts.refuse(null);
    this.missing.set(false);
  }

  /**
   * Begins to read where there is something to read. What is known is shown at once; but how far it
   * has been read elsewhere only the server knows, so reading begins anew once that has told.
   */
  async enter(chatId: ChatId): Promise<void> {
    const turn = ++this.turns;
    const isHere = (): boolean => this.opened() === chatId && this.turns === turn;
    this.settled.set(false);
    this.missing.set(false);
    try {
      await this.attempts.make(chatId, async () => {
        const asked = untracked(this.client.isCurrent) ? undefined : this.ask(chatId);
        // At once where it is loaded: the unread line has to stand before the messages do.
        if (!this.hasEnd(chatId)) await this.recall(chatId);
        if (isHere()) await this.readIn(chatId, isHere, asked);
        // Only what came live is loaded: too little to read from.
        if (isHere() && untracked(this.window.messages).length < FEW) await this.window.older();
      });
    } finally {
      if (isHere()) {
        this.settle(chatId);
        this.sync.archive.foresee(chatId, null);
      }
    }
  }

  /** The window around the message `seq`, or the end. */
  show(chatId: ChatId, seq: number | null): Promise<void> {
    this.isOwed = false;
    return this.attempts.make(chatId, () => this.window.show(chatId, seq));
  }

  private comeBack(): void {
    const [chatId, wasCutOff] = [this.opened(), this.isCutOff];
    this.isCutOff = false;
    if (!chatId) return;
    if (this.isPlaced && !this.isOwed) {
      const isAtEnd = this.wantedSeq === null && this.window.seq === null;
      if (wasCutOff && isAtEnd) void this.goOn(chatId);
      return;
    }
    if (this.isOwed) this.begun.update((n) => n + 1);
    void this.enter(chatId);
  }

  /**
   * One was at the end while there was no network. What was missed is new: it would be scrolled
   * past, and told as read, if reading did not begin anew before it.
   */
  private async goOn(chatId: ChatId): Promise<void> {
    const turn = ++this.turns;
    const isHere = (): boolean => this.opened() === chatId && this.turns === turn;
    this.settled.set(false);
    try {
      await this.attempts.make(chatId, async () => {
        await this.sync.learn(chatId);
        if (isHere()) await this.sync.catchUp(chatId);
        const line = readUpTo(this.client.chat(chatId));
        if (!isHere() || line === null || line === untracked(this.lineSeq)) return;
        await this.place(chatId, isHere);
      });
    } finally {
      if (isHere()) this.settle(chatId);
    }
  }

  /** While the disk is read the answer may be on its way. */
  private ask(chatId: ChatId): Promise<Chat> {
    const answer = this.sync.archive.chat(chatId);
    // Who waits for it hears of it.
    answer.catch(() => undefined);
    return answer;
  }

  /**
   * Once for all who wait for it: a line that comes up meanwhile begins to read anew, and has to go
   * on in the moment in which the messages come. They would be drawn without their place else.
   */
  private recall(chatId: ChatId): Promise<void> {
    const begun = this.recalls.get(chatId);
    if (begun) return begun;
    const recall = this.sync.recall(chatId).finally(() => this.recalls.delete(chatId));
    this.recalls.set(chatId, recall);
    return recall;
  }

  private heed(isMine: boolean): void {
    const chatId = this.opened();
    if (chatId && this.isPlaced && !isMine) {
      this.isPlaced = false;
      this.isGone = true;
      this.attempts.refuse('not_found');
    } else if (chatId && this.isGone && isMine) {
      this.isGone = false;
      void this.enter(chatId);
    }
  }

  private settle(chatId: ChatId): void {
    this.isPlaced ||= this.hasEnd(chatId);
    this.missing.set(!this.isPlaced);
    this.settled.set(true);
  }

  private async readIn(
    chatId: ChatId,
    isHere: () => boolean,
    asked: Promise<Chat> | undefined,
  ): Promise<void> {
    const isKnown = this.hasEnd(chatId);
    const isCurrent = untracked(this.client.isCurrent);
    const learn = (): Promise<void> => this.sync.learn(chatId, asked);
    if (!isCurrent && !isKnown) this.foresee(chatId);
    if (isKnown) await this.place(chatId, isHere);
    if (!isCurrent && isHere())
      await (isKnown || this.isInSight() ? learn() : this.window.wait(learn));
    if (!isHere() || (isKnown && !this.hasGoneOn(chatId))) return;
    if (isKnown) await this.sync.catchUp(chatId);
    if (!isHere()) return;
    if (isKnown) this.begun.update((n) => n + 1);
    await this.place(chatId, isHere);
    if (isHere()) this.isPlaced = true;
  }

  /** A page that an earlier turn has asked for is here: whoever reads in it already goes on to. */
  private isInSight(): boolean {
    return this.shownIn !== null && untracked(this.window.messages).length > 0;
  }

  /** The page that will be read from, if it has been read as far as is known here. */
  private foresee(chatId: ChatId): void {
    const seq = this.wantedSeq ?? firstUnreadFarBack(this.client.chat(chatId));
    this.sync.archive.foresee(chatId, seq === null ? {} : { aroundSeq: seq });
  }

  private async place(chatId: ChatId, isHere: () => boolean): Promise<void> {
    const chat = this.client.chat(chatId);
    // A list that is there would stay where it has begun, and what is below its line be read.
    if (this.shownIn && this.hasOtherLine(chatId)) this.begun.update((n) => n + 1);
    this.lineSeq.set(readUpTo(chat));
    this.shownIn = chat?.log ?? null;
    this.isOwed = false;
    try {
      await this.window.show(chatId, this.wantedSeq ?? firstUnreadFarBack(chat));
    } catch (error) {
      // ConnectionLost: that part is not here. The end is better than nothing.
      if (!(error instanceof ConnectionLost && this.hasEnd(chatId))) throw error;
      if (!isHere()) return;
      this.isOwed = this.wantedSeq !== null;
      await this.window.show(chatId, null);
    }
  }

  /** The end of the log is loaded. */
  private hasEnd(chatId: ChatId): boolean {
    const log = this.client.chat(chatId)?.log;
    return !!log && rangeAt(log.ranges, log.headSeq) !== null;
  }

  /** Since it was shown: there, or in what I have read of it. */
  private hasGoneOn(chatId: ChatId): boolean {
    const log = this.client.chat(chatId)?.log;
    if (!log) return false;
    return gapOf(log) !== null || this.hasOtherLine(chatId) || this.hasOtherPlace(log);
  }

  /** Who else has closed the gap has brought what is unread, or has begun the log anew. */
  private hasOtherPlace({ headSeq, floorRev }: ChatLog): boolean {
    const [before, line] = [this.shownIn, untracked(this.lineSeq) ?? Infinity];
    if (!before) return false;
    return floorRev !== before.floorRev || (before.headSeq <= line && line < headSeq);
  }

  private hasOtherLine(chatId: ChatId): boolean {
    return readUpTo(this.client.chat(chatId)) !== untracked(this.lineSeq);
  }
}
